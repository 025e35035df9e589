"""The linked site: one immutable value that holds the whole truth of a build."""
