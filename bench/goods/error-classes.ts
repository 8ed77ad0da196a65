/** What kind of error it is: a false alert by the role or sense of a word, or words that the catalogue has not. */
export function classOfError({ expected, row }: { readonly expected: boolean; readonly row: { readonly text: string } }): string {
  if (!expected)
    return SERVICE.test(row.text)
      ? 'false alert: a service, hire, repair, place or project beside the word'
      : 'false alert: the word in another sense, or goods that the labels leave out';
  return 'missed: vocabulary';
}

const SERVICE =
  /服务|维护|维修|租赁|出租|培训|实训|基地|项目之|改造|услуг|аренд|ремонт|обслужив|обучен|перевоз|\b(?:services?|support|repair|overhaul|maintenance|rental|lease|training)\b/i;
