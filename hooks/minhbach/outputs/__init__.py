"""What a build gives out: pages and files, still independent of any site engine."""
