"""What is not the article: words and shapes that both parsers know furniture by."""
