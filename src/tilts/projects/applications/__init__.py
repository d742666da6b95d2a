"""An application's way: an idea, submitted, perhaps on the reserve list, granted or refused; what is next in each."""
