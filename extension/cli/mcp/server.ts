import { type CallToolResult, McpServer } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { measureSms } from '@straks/shared/text'
import { version } from '../version.ts'
import { explainRule, previewRequest, TOOL_INPUTS, validateRequest } from './tools.ts'

const text = (value: string): CallToolResult => ({ content: [{ type: 'text', text: value }] })

const json = (value: object): CallToolResult => text(JSON.stringify(value, null, 2))

/** Serves the tools until standard input ends. */
export async function serveTools(): Promise<void> {
  const server = new McpServer({ name: 'straks', version })
  server.registerTool(
    'validate',
    {
      title: 'Validate a notification request',
      description:
        'Judges a notification request (an instant SMS or e-mail, an order, a correspondence) as the API would: every finding with its rule, place, message and repair.',
      inputSchema: TOOL_INPUTS.validate,
      annotations: { readOnlyHint: true },
    },
    async (input) => json(validateRequest(input)),
  )
  server.registerTool(
    'explain',
    {
      title: 'Explain a rule',
      description: 'What a rule asks for, why, and examples. Without a code: all rules.',
      inputSchema: TOOL_INPUTS.explain,
      annotations: { readOnlyHint: true },
    },
    async (input) => text(await explainRule(input)),
  )
  server.registerTool(
    'preview',
    {
      title: 'Preview a notification request',
      description: 'The messages that a request makes, as their recipients see them, and when they are sent.',
      inputSchema: TOOL_INPUTS.preview,
      annotations: { readOnlyHint: true },
    },
    async (input) => json(previewRequest(input, Date.now())),
  )
  server.registerTool(
    'count_sms_parts',
    {
      title: 'Count SMS parts',
      description: 'How many SMS a text is sent as, in which encoding, and how much room is left.',
      inputSchema: TOOL_INPUTS.countSmsParts,
      annotations: { readOnlyHint: true },
    },
    async ({ body }) => json(measureSms(body)),
  )
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve
    process.stdin.once('end', resolve)
  })
  await server.connect(new StdioServerTransport())
  await closed
}
