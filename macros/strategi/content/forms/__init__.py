"""Turn a form that someone has filled in into a change of files. Answers are text, and only that."""
