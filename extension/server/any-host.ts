import { serve } from './connection.ts'
import { checkedParameters } from './parameters.ts'

/**
 * The language server for every host, in one file: the rules and their tables are most of it, and two copies of them
 * would be half of the extension. Which transport it speaks is settled by where it finds itself.
 *
 * What both hosts need is imported here rather than by the hosts: a bundler wraps each module that is loaded on demand
 * in a function of its own, and several hundred of those make a slow start.
 */
if ('importScripts' in globalThis)
  void import('./browser-main.ts').then(({ serveBrowser }) => serveBrowser(serve, checkedParameters))
else void import('./node-main.ts').then(({ serveNode }) => serveNode(serve, checkedParameters))
