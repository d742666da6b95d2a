"""Maps and charts as SVG, drawn on the server: plain data in, markup with classes out. See decision 0013."""
