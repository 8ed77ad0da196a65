/** Words for a name, a given name and a surname in many languages: what labels a name in a table of names is none, whatever stands beside it. */
const NAME_WORDS = new Set(
  `name names surname surnames lastname firstname forename forenames familyname nom noms prénom prénoms prenom patronyme nombre nombres apellido apellidos nome nomes
  sobrenome sobrenomes apelido cognome cognomi cognom cognoms prenume nume familienname familiennamen nachname nachnamen vorname vornamen rufname achternaam
  achternamen voornaam voornamen naam namen familienaam etternavn etternamn fornavn efternavn efternamn förnamn fornamn eftirnafn fornafn navn namn sukunimi etunimi
  perekonnanimi perenimi eesnimi uzvārds uzvards vārds pavardė pavarde vardas nazwisko nazwiska imię imie imiona příjmení prijmeni jméno jmeno priezvisko prezime
  priimek ime vezetéknév családnév keresztnév utónév mbiemër mbiemri emër soyadı soyadi soyad isim nama
  фамилия фамилии имя имена прізвище прізвища ім'я ім’я імя прозвішча прозьвішча презиме име
  επώνυμο όνομα επίθετο ազգանուն անուն გვარი სახელი اسم لقب نام שם 姓氏 姓名 名字 名前 苗字 이름 성씨`.split(/\s+/),
);

/** Languages, and what else a table says of a name rather than as one; of some there are bearers too: French, Deutsch. */
const BESIDE_NAMES = new Set(
  `english french français francais german deutsch dutch italian italiano spanish español espanol português portuguese latin polish polski russian русский russe
  catalan swedish svenska norsk dansk danish suomi finnish magyar hungarian turkish türkçe hebrew arabic hausa efik ibibio urhobo yoruba igbo tiv edo esan idoma ijaw
  isoko fulani fulfulde igala ebira nupe kanuri swahili zulu xhosa mul und male masculin masculine female féminin feminine unisex`.split(
    /\s+/,
  ),
);

/** What a word is in a table of names: `name`, a word for a name; `beside`, one that is said of names and borne as one; undefined for any other. */
export function labelKind(written: string): 'name' | 'beside' | undefined {
  const word = written.normalize('NFC').toLowerCase();
  if (NAME_WORDS.has(word)) return 'name';
  return BESIDE_NAMES.has(word) ? 'beside' : undefined;
}
