"""Pinyin of Chinese text: the readings of characters, and of the words in which they are read otherwise."""
