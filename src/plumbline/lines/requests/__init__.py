"""涉企服务 Requests: what enterprises ask of liaison officers and the night economy, how it is answered, resolved and rated."""
