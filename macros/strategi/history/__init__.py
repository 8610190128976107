"""Git to trees and commits; the only package that imports git."""
