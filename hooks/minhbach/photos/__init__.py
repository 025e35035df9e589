"""Photos: from what a camera or phone wrote to small, upright copies for the web, without any metadata."""
