// Before the first paint: the colours and the language that the person chose, so that nothing flashes.
(function () {
  var chosen = localStorage.getItem('gotgan.scheme') || 'auto';
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
