// Stands in for zod's JSON Schema (`alias` in wrangler.toml), which the Worker never asks for: the API's description is made before.
module.exports = {}
