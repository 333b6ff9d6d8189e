const realNow = Date.now.bind(Date)

let ahead = 0

/** How far the Worker's clock has been put ahead of the machine's. */
export const aheadMs = (): number => ahead

/** Lets the Worker's clock be put ahead: ninety days pass at once. */
export function installClock(): void {
  Date.now = () => realNow() + ahead
}

/** Puts it ahead to a moment that has not passed. */
export function goTo(atMs: number): void {
  ahead = Math.max(ahead, atMs - realNow())
}
