/** Why a container is refused, and at which member: the caller says which file. */
export class ZipFault extends Error {
  readonly member: string | undefined;

  constructor(why: string, member?: string) {
    super(why);
    this.name = 'ZipFault';
    this.member = member;
  }
}
