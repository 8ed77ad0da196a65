import '@fontsource-variable/inter/wght.css';
import './look/tokens.css';
import './look/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answers } from './api/queries.ts';
import { askingWho } from './api/who.ts';
import { giveNonce } from './look/nonce.ts';
import { router } from './router.tsx';
import { startWords } from './words/start-words.ts';

giveNonce();
// Who asks, the words and the screen of this address are fetched at once, and not one after another.
answers.query(askingWho).catch(() => undefined);
await Promise.all([startWords(), router.load().catch(() => undefined)]);
const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
