import { useId, type ReactNode } from 'react';
import { keep, useKept } from '../../look/kept.ts';
import { chooseLanguage, LANGUAGES, type Language } from '../../words/start-words.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './settings.module.css';

/** Light or dark, and how much room things have; in this browser. */
export function AppearanceTab(): ReactNode {
  const say = useWords('settings');
  return (
    <>
      <p className={css.lead}>{say('keptHere')}</p>
      <Radios
        label={say('theme')}
        value={useKept('theme') ?? ''}
        onChoose={(theme) => keep('theme', theme === '' ? null : theme)}
        options={[
          ['', say('themeSystem')],
          ['light', say('themeLight')],
          ['dark', say('themeDark')],
        ]}
      />
      <Radios
        label={say('density')}
        value={useKept('density') ?? ''}
        onChoose={(density) => keep('density', density === '' ? null : density)}
        options={[
          ['', say('densityRoomy')],
          ['close', say('densityClose')],
        ]}
      />
    </>
  );
}

/** The languages, each in its own name. */
export function LanguageTab(): ReactNode {
  const say = useWords('settings');
  return (
    <>
      <p className={css.lead}>{say('languageHint')}</p>
      <Radios
        label={say('languageOf')}
        value={useLanguage()}
        onChoose={(language) => void chooseLanguage(language as Language)}
        options={Object.entries(LANGUAGES)}
        areLanguages
      />
      <p className={css.hint}>{say('keptHere')}</p>
    </>
  );
}

function Radios({
  label,
  value,
  options,
  onChoose,
  areLanguages = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
  readonly areLanguages?: boolean;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className={css.radios}>
      <legend>{label}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChoose(option)} />
          <span lang={areLanguages ? option : undefined}>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
