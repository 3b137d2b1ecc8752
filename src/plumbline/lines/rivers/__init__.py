"""清四乱 Rivers: encroachment, extraction, dumping and building found on a river reach, put right, verified, prosecuted."""
