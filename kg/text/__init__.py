"""Reading: files to articles, articles to clean documents, documents to parses."""
