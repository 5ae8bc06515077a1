(function () {
  var scheme = 'auto';
  try {
    scheme = localStorage.getItem('atelier-color-scheme') || 'auto';
  } catch (_) {
    // Storage is off: the system decides.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
