"""How does a form that someone has filled in become a change of files? Answers are text, and only that."""
