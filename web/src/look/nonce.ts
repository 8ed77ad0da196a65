import { setNonce } from 'get-nonce';

/** Libraries that add a style sheet of their own (dialogs that stop the page from scrolling) do so under the nonce of this page; nothing else may. */
export function giveNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  if (nonce !== undefined && nonce !== '') setNonce(nonce);
}
