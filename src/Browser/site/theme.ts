// Before anything is drawn: who has chosen neither light nor dark gets what the device prefers, now and from the server on.
if (!/(?:^|; )tigapilar-tema=/.test(document.cookie) && matchMedia('(prefers-color-scheme: dark)').matches) {
  document.cookie = `tigapilar-tema=gelap; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  document.documentElement.dataset.bsTheme = 'dark';
}
export {};
