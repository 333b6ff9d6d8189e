export const HELP = `Usage: npm start -- [options]

Starts Straks on this machine: the Worker, its storage and queues, an inbox and a register with a few synthetic parties.
Nothing leaves the machine.

  --port N            the port on 127.0.0.1 (8787)
  --persist-to DIR    the folder of everything it stores (.wrangler/state); it outlives a restart
  --var NAME:VALUE    a setting, for this run; may be repeated. docs/configuration.md lists them
  --log-level LEVEL   debug, info, log, warn, error or none (warn); log shows all that the Worker logs
  --help              this text

Every other option goes to \`wrangler dev\`: \`npx wrangler dev --help\` lists them.

  npm start -- --port 9000 --persist-to ./state
  npm start -- --var SMS_WINDOW:00:00-24:00 --var RECEIPT_GRACE_SECONDS:5
`
