"""What a stay costs beyond days and usual travel, and who pays for it: for a flow, or for one person."""
