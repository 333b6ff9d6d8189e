import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { COMMANDS } from '../../extension/protocol.ts'
import { EditorSettings, readSettings } from '../../extension/settings.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../extension/${name}`, import.meta.url), 'utf8'))
const manifest = read('package.json')
const properties: Record<string, { default: unknown; enum?: string[]; additionalProperties?: { enum: string[] } }> =
  manifest.contributes.configuration.properties

describe('the manifest', () => {
  it('has the settings that the server reads, with the same defaults and choices', () => {
    const schema = z.toJSONSchema(EditorSettings, { io: 'input' })
    const names = Object.keys(schema.properties ?? {})
    // The editor's own client reads what is to be traced.
    const declaredNames = Object.keys(properties).filter((name) => name !== 'straks.trace.server')
    expect(declaredNames.sort()).toEqual(names.map((name) => `straks.${name}`).sort())
    for (const [name, value] of Object.entries(readSettings(undefined))) {
      const declared = properties[`straks.${name}`]
      expect(declared?.default).toEqual(value)
      expect(schema.properties?.[name]).toMatchObject(declared?.enum ? { enum: declared.enum } : {})
    }
  })

  it('has a task that the client offers, and the matcher that reads what it writes', () => {
    const client = readFileSync(new URL('../../extension/client/lint-task.ts', import.meta.url), 'utf8')
    const [{ type }] = manifest.contributes.taskDefinitions
    expect(client).toContain(`TYPE = '${type}'`)
    expect(client).toContain(`MATCHER = '$${manifest.contributes.problemMatchers[0].name}'`)
    expect(manifest.activationEvents).toContain(`onTaskType:${type}`)
  })

  it('says where its source, its issues and its pages are', () => {
    expect(manifest.repository.url).toContain(manifest.homepage.replace(/#.*/, ''))
    expect(manifest.bugs.url).toContain(manifest.homepage.replace(/#.*/, ''))
  })

  it('has the commands that the server names', () => {
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command)
    expect(declared).toEqual(expect.arrayContaining(Object.values(COMMANDS)))
  })

  it.each(['', '.nb', '.nn'])('has its words in every language: package.nls%s.json', (language) => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key)
    expect([...new Set(used)].sort()).toEqual(Object.keys(read(`package.nls${language}.json`)).sort())
  })

  it('names its words without leaving a setting to chance', () => {
    expect(readSettings({ language: 'de', rules: 7, inlayHints: 'yes', profile: 'strict' })).toMatchObject({
      language: 'auto',
      rules: {},
      inlayHints: true,
      profile: 'strict',
    })
  })
})
