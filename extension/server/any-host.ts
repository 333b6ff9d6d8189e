/**
 * The language server for every host, in one file: the rules and their tables are most of it, and two copies of them
 * would be half of the extension. Which transport it speaks is settled by where it finds itself.
 */
if ('importScripts' in globalThis) void import('./browser-main.ts')
else void import('./main.ts')
