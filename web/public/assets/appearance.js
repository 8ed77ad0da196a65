// Runs before anything is painted, so that a chosen appearance does not flash in as another one.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(`dualwatch.${name}`);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (kept('density') === 'close') root.dataset.density = 'close';
})();
