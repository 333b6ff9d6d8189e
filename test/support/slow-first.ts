import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longer than others, slowest first, by their place below `test/`: one that starts last keeps a processor
 * waiting for the other. Times are in the summary of each run; a file that is left out is only later than it could be.
 */
const SLOW = [
  'extension/repair/repairs-of-slips.test.ts',
  'extension/repair/repairs.test.ts',
  'extension/repair/repairs-in-programs.test.ts',
  'process/kills.test.ts',
  'browser/docs-page.test.ts',
  'process/sealing.test.ts',
  'process/providers-smtp.test.ts',
  'process/operator-terminal.test.ts',
  'browser/inbox-page.test.ts',
  'process/fences.test.ts',
  'process/start.test.ts',
  'browser/inbox-activity.test.ts',
  'browser/operator-access.test.ts',
  'process/correspondence-story.test.ts',
  'process/parity.test.ts',
  'process/samples.test.ts',
  'process/registers.test.ts',
  'process/restore.test.ts',
  'process/crash.test.ts',
  'process/feed-after-crashes.test.ts',
  'process/bench.test.ts',
  'process/terminal-package.test.ts',
  'process/rollback.test.ts',
  'process/orders-to-several.test.ts',
  'process/pause-provider.test.ts',
  'process/production-bundle.test.ts',
  'simulation/simulation.test.ts',
  'extension/inherited-names.test.ts',
  'extension/repair/engine.test.ts',
  'parity/editor-and-edge.test.ts',
  'conformance/correspondence/initialise.test.ts',
  'conformance/rules.test.ts',
  'conformance/operator/erasure.test.ts',
]

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder

/** Where a file stands among the slow ones; after all of them where it is not one. */
function rankOf({ moduleId }: TestSpecification): number {
  const rank = SLOW.findIndex((path) => moduleId.endsWith(`/test/${path}`))
  return rank === -1 ? SLOW.length : rank
}

/** Starts the slow files of each group first, whichever project they are of; the others as Vitest would. */
export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b))
  }
}
