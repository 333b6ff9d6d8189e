import type { Locator } from 'playwright-core'

/**
 * The contrast of a text with what lies behind it, as WCAG 2 defines it (1 to 21). Colours are read off a canvas, so
 * that every way to write one is understood; where only the page's own gradient lies behind, its worse end counts.
 */
export const contrastOf = (text: Locator): Promise<number> =>
  text.evaluate((element) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new Error('No canvas.')
    const read = (color: string, behind: string): string => {
      canvas.fillStyle = behind
      canvas.fillRect(0, 0, 1, 1)
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
      return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(' ')})`
    }
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((part) => {
        const share = Number(part) / 255
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const layers: string[] = []
    for (let node: Element | null = element; node && node !== document.body; node = node.parentElement)
      layers.unshift(getComputedStyle(node).backgroundColor)
    const probe = document.body.appendChild(document.createElement('i'))
    const contrasts = ['var(--desk)', 'var(--desk-far)'].map((desk) => {
      probe.style.color = desk
      const behind = layers.reduce((under, layer) => read(layer, under), read(getComputedStyle(probe).color, '#fff'))
      const [lighter = 0, darker = 0] = [
        luminance(behind),
        luminance(read(getComputedStyle(element).color, behind)),
      ].toSorted((one, other) => other - one)
      return (lighter + 0.05) / (darker + 0.05)
    })
    probe.remove()
    return Math.min(...contrasts)
  })
