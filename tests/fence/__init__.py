"""Hold what the site and the commands say still, while the code behind them changes its shape."""
