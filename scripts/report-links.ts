/** Prints how well the link detector does on its corpora, and fails when a goal is missed. */
import {
  falseAlarmRate,
  GOALS,
  PARTS,
  readCorpus,
  recall,
  type Score,
  scoreByCategory,
  total,
} from './corpora/link-corpus.ts'

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

function row(name: string, score: Score): string {
  const columns =
    score.links > 0
      ? [percent(recall(score)), `${score.found}/${score.links}`, percent(score.exact / score.links)]
      : ['', '', '']
  const alarms = score.clean > 0 ? [percent(falseAlarmRate(score)), `${score.falseAlarms}/${score.clean}`] : ['', '']
  return [name.padEnd(22), ...[...columns, ...alarms].map((column) => column.padStart(13))].join('')
}

let reached = true
for (const [part, files] of Object.entries(PARTS)) {
  const scores = scoreByCategory(files.flatMap(readCorpus))
  const all = total(scores.values())
  console.log(`\n${row(part, { ...all, links: 0, clean: 0 }).trimEnd()}`)
  console.log(
    ['', 'recall', 'found', 'exact span', 'false alarms', 'sentences']
      .map((title, index) => title.padStart(index ? 13 : 22))
      .join(''),
  )
  for (const [category, score] of scores) console.log(row(category, score))
  console.log(row('total', all))
  for (const mistake of all.mistakes) console.log(`  ${mistake}`)
  if (recall(all) < GOALS.recall || falseAlarmRate(all) > GOALS.falseAlarmRate) reached = false
}
if (!reached) process.exitCode = 1
