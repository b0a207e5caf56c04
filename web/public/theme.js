// Runs before the first paint, so that a dark room never flashes white.
;(() => {
  let kept = null
  try {
    kept = localStorage.getItem('sojourn.theme')
  } catch {
    // Storage may be forbidden; the system decides then.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
