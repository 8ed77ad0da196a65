import { useState, type ReactNode } from 'react';

/** A box whose choice stands elsewhere, as in the address: it shows at once what was chosen, and what stands there as soon as that is other. */
export function TickBox({ on, onTick }: { readonly on: boolean; readonly onTick: (on: boolean) => void }): ReactNode {
  const [known, setKnown] = useState(on);
  const [shown, setShown] = useState(on);
  if (known !== on) {
    setKnown(on);
    setShown(on);
  }
  return (
    <input
      type="checkbox"
      checked={shown}
      onChange={({ target: { checked } }) => {
        setShown(checked);
        onTick(checked);
      }}
    />
  );
}
