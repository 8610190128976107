"""Documents that principals adopted, in the formats that they come in: to blocks of text."""
