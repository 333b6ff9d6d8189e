import { serve } from './connection.ts'
import { serveNode } from './node-main.ts'
import { checkedParameters } from './parameters.ts'

serveNode(serve, checkedParameters)
