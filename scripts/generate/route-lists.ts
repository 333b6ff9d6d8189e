import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ROOT } from '../run.ts'
import { keptList } from './kept-list.ts'
import type { Output } from './output.ts'

/** How a file declares a route: with `defineRoute`, or with a function that calls it and is named like it. */
const ROUTE = /^export const (\w+) = define\w*Route\(/gm

const GROUP = /^export const (\w+): RouteGroup = /m

const groupFiles = (): readonly string[] => globSync('worker/api/*/group.ts', { cwd: ROOT }).toSorted()

/** Every API, so that a new folder is listed too. */
export const groupList = (): Output =>
  keptList(
    {
      path: 'worker/api/routes.ts',
      folder: 'the folders of the APIs',
      type: { name: 'RouteGroup', from: './routing/group.ts' },
      name: 'ROUTE_GROUPS',
      comment: 'Every route of the service, in the order of its description.',
    },
    groupFiles().flatMap((file) => {
      const name = GROUP.exec(readFileSync(ROOT + file, 'utf8'))?.[1]
      return name === undefined ? [] : [{ name, from: `./${basename(dirname(file))}/group.ts` }]
    }),
  )

/** The routes of each API, so that a new route is a file and nothing else. */
export const routeLists = (): readonly Output[] =>
  groupFiles()
    .map((file) => dirname(file))
    .flatMap((folder) => {
      const found = globSync(`${folder}/*.ts`, { cwd: ROOT })
        .toSorted()
        .flatMap((file) =>
          [...readFileSync(ROOT + file, 'utf8').matchAll(ROUTE)].map(([, name = '']) => ({
            name,
            from: `./${basename(file)}`,
          })),
        )
      // The routes on which providers report come from their declarations.
      if (found.length === 0) return []
      const list = {
        path: `${folder}/routes.ts`,
        folder: 'the files of this folder',
        type: { name: 'Route', from: '../routing/route.ts' },
        name: 'routes',
        comment: 'In the order of the documentation.',
      }
      return [keptList(list, found)]
    })
