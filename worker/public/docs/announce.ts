/** Tells those who listen to the page rather than look at it. */
export function announce(sentence: string): void {
  const region = document.getElementById('announcements')
  if (region) region.textContent = sentence
}
