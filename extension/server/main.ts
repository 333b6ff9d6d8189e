import { serve } from './connection.ts'
import { serveNode } from './node-main.ts'

serveNode(serve)
