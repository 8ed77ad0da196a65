/** E-mail of the administrator who was made on this page while nobody logged in; the login that follows at once knows who is expected. */
let made: string | undefined;

export function keepFirstAdmin(mail: string): void {
  made = mail;
}

export function firstAdmin(): string | undefined {
  return made;
}
