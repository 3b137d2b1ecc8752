"""审查起诉 Prosecutions: what the procuratorates take on, send back and decide."""
