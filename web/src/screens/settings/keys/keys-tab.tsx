import type { ReactNode } from 'react';
import { Keys } from './keys.tsx';

/** Keys of all programs. */
export function KeysTab(): ReactNode {
  return <Keys own={false} />;
}
