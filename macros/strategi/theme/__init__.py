"""Hold the frame around every page: templates, style sheets and scripts, as a theme of the generator."""
