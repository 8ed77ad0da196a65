import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../parts/button.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Field } from '../../../parts/field.tsx';
import { OneLine } from '../../../parts/form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { makePassword } from './make-password.ts';
import css from '../settings.module.css';

/** A new password: typed, or made here and then shown to be kept. */
export function PasswordField({
  value,
  onChange,
  required = true,
}: {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly required?: boolean;
}): ReactNode {
  const say = useWords('settings');
  const [made, setMade] = useState('');
  const [seen, setSeen] = useState(false);
  const isMade = made !== '' && made === value;
  return (
    <div className={css.password}>
      <OneLine>
        <Field
          label={say('newPassword')}
          hint={say('passwordHint')}
          type={seen || isMade ? 'text' : 'password'}
          autoComplete="new-password"
          required={required}
          minLength={12}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button
          icon={seen || isMade ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          aria-label={say('showPassword')}
          aria-pressed={seen || isMade}
          onClick={() => setSeen(!seen)}
        />
        <Button
          icon={<KeyRound aria-hidden="true" />}
          onClick={() => {
            const password = makePassword();
            setMade(password);
            onChange(password);
          }}
        >
          {say('makePassword')}
        </Button>
      </OneLine>
      {isMade && (
        <p className={css.secret} role="status">
          <Digest value={value} whole /> <span>{say('madePassword')}</span>
        </p>
      )}
    </div>
  );
}
