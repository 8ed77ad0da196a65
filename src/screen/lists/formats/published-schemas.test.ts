import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { parseList } from '../parse-list.ts';
import { readXml } from '../xml-records.ts';

/** Files as their publisher describes them, read completely: nothing is bad. All parties are made up. */
function read(name: string, text: string, ...more: readonly (readonly [name: string, text: string])[]) {
  const files = [[name, text] as const, ...more].map(([of, content]) => ({ name: of, bytes: Buffer.from(content, 'utf8') }));
  const list = parseList('l', files);
  expect(list.bad).toEqual([]);
  const entities = new Map(list.listings.map(({ id, entity }) => [id, { schema: entity.schema, ...entity.properties }]));
  return { format: list.format, publishedAt: list.publishedAt, entities };
}

describe('formats written from published schemas', () => {
  test('OFAC, sdn.xml: person, ship and aircraft with papers and addresses', () => {
    const { format, publishedAt, entities } = read(
      'sdn.xml',
      `<?xml version="1.0"?><sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
<publshInformation><Publish_Date>11/02/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
<sdnEntry><uid>11</uid><firstName>Velimir Borisovich</firstName><lastName>DROZDETSKY</lastName><title>Director</title><sdnType>Individual</sdnType><remarks>(Linked To: NOBODY)</remarks>
<programList><program>RUSSIA-EO14024</program><program>SDGT</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>AB123</idNumber><idCountry>Russia</idCountry></id><id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id><id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>See section 11</idNumber></id></idList>
<akaList><aka><uid>4</uid><type>a.k.a.</type><category>strong</category><lastName>ДРОЗДЕЦКИЙ</lastName><firstName>Велимир</firstName></aka><aka><uid>5</uid><type>f.k.a.</type><category>strong</category><lastName>BORISOV</lastName></aka></akaList>
<addressList><address><uid>6</uid><address1>Lesnaya 1</address1><city>Tver</city><postalCode>170000</postalCode><country>Russia</country></address></addressList>
<nationalityList><nationality><uid>7</uid><country>Russia</country><mainEntry>true</mainEntry></nationality></nationalityList>
<citizenshipList><citizenship><uid>8</uid><country>Cyprus</country><mainEntry>true</mainEntry></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><uid>9</uid><dateOfBirth>circa 1961</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><uid>10</uid><placeOfBirth>Tver, Russia</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList></sdnEntry>
<sdnEntry><uid>12</uid><lastName>TEST TANKER</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList><idList><id><uid>13</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9074729</idNumber></id></idList>
<vesselInfo><callSign>ABCD1</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Panama</vesselFlag><vesselOwner>Test Shipping</vesselOwner><tonnage>99,000</tonnage><grossRegisteredTonnage>54000</grossRegisteredTonnage></vesselInfo></sdnEntry></sdnList>`,
    );
    expect([format, publishedAt]).toEqual(['ofac-xml', '2026-11-02']);
    expect(entities.get('l:11')).toEqual({
      schema: 'Person',
      name: ['Velimir Borisovich DROZDETSKY'],
      firstName: ['Velimir Borisovich'],
      lastName: ['DROZDETSKY'],
      alias: ['Велимир ДРОЗДЕЦКИЙ'],
      previousName: ['BORISOV'],
      position: ['Director'],
      program: ['RUSSIA-EO14024', 'SDGT'],
      passportNumber: ['AB123'],
      gender: ['male'],
      address: ['Lesnaya 1, Tver, 170000, Russia'],
      country: ['ru'],
      nationality: ['ru'],
      citizenship: ['cy'],
      birthDate: ['1961'],
      birthPlace: ['Tver, Russia'],
      notes: ['Secondary sanctions risk:: See section 11', '(Linked To: NOBODY)'],
      topics: ['sanction'],
    });
    expect(entities.get('l:12')).toMatchObject({
      schema: 'Vessel',
      name: ['TEST TANKER'],
      imoNumber: ['9074729'],
      callSign: ['ABCD1'],
      type: ['Crude Oil Tanker'],
      flag: ['pa'],
    });
  });

  test('OFAC, enhanced XML: names in their own script, weak aliases, features', () => {
    const name = (primary: boolean, type: string, low: boolean, ...fulls: string[]): string =>
      `<name id="1"><isPrimary>${primary}</isPrimary><aliasType refId="1">${type}</aliasType><isLowQuality>${low}</isLowQuality><translations>${fulls.map((full, n) => `<translation id="${n}"><isPrimary>${n === 0}</isPrimary><script refId="1">Latin</script><formattedFullName>${full}</formattedFullName></translation>`).join('')}</translations></name>`;
    const { format, publishedAt, entities } = read(
      'SDN_ENHANCED.XML',
      `<sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"><publicationInfo><dataAsOf>2026-11-02T10:00:00</dataAsOf></publicationInfo>
<entities><entity id="21"><generalInfo><identityId>9</identityId><entityType refId="600">Individual</entityType><remarks>Made up</remarks><title>Director</title></generalInfo>
<sanctionsPrograms><sanctionsProgram refId="1">RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
<names>${name(true, 'Name', false, 'DROZDETSKY, Velimir', 'ДРОЗДЕЦКИЙ, Велимир')}${name(false, 'A.K.A.', true, 'VELYA')}${name(false, 'A.K.A.', false, 'DROZDECKI, Welimir')}${name(false, 'F.K.A.', false, 'BORISOV, Velimir')}</names>
<addresses><address id="3"><country refId="1">Russia</country><translations><translation id="1"><addressParts><addressPart id="1"><type>ADDRESS1</type><value>Lesnaya 1</value></addressPart><addressPart id="2"><type>CITY</type><value>Tver</value></addressPart></addressParts></translation></translations></address></addresses>
<features><feature id="4"><type featureTypeId="8">Birthdate</type><value>03 May 1961</value></feature><feature id="5"><type>Nationality Country</type><value>Russia</value></feature><feature id="6"><type>Gender</type><value>Male</value></feature></features>
<identityDocuments><identityDocument id="7"><type refId="1571">Passport</type><documentNumber>AB123</documentNumber><isValid>true</isValid><issuingCountry>Russia</issuingCountry></identityDocument><identityDocument id="8"><type>Tax ID No.</type><documentNumber>710300000000</documentNumber><issuingCountry>Russia</issuingCountry></identityDocument></identityDocuments></entity></entities></sanctionsData>`,
    );
    expect([format, publishedAt]).toEqual(['ofac-enhanced-xml', '2026-11-02T10:00:00']);
    expect(entities.get('l:21')).toEqual({
      schema: 'Person',
      name: ['Velimir DROZDETSKY', 'Велимир ДРОЗДЕЦКИЙ'],
      firstName: ['Velimir', 'Велимир'],
      lastName: ['DROZDETSKY', 'ДРОЗДЕЦКИЙ'],
      alias: ['Welimir DROZDECKI'],
      weakAlias: ['VELYA'],
      previousName: ['Velimir BORISOV'],
      position: ['Director'],
      program: ['RUSSIA-EO14024'],
      address: ['Lesnaya 1, Tver, Russia'],
      country: ['ru'],
      birthDate: ['1961-05-03'],
      nationality: ['ru'],
      gender: ['male'],
      passportNumber: ['AB123'],
      innCode: ['710300000000'],
      notes: ['Made up'],
      topics: ['sanction'],
    });
  });

  test('OFAC, advanced XML: what stands apart is brought together', () => {
    const { format, publishedAt, entities } = read(
      'SDN_ADVANCED.XML',
      `<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML" Version="3"><DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>11</Month><Day>2</Day></DateOfIssue>
<ReferenceValueSets><AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
<CountryValues><Country ID="11187" ISO2="RU">Russia</Country></CountryValues><DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="224">Gender</FeatureType><FeatureType ID="13">SWIFT/BIC</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues><PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues></ReferenceValueSets>
<Locations><Location ID="30"><LocationCountry CountryID="11187"/><LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Value>Lesnaya 1</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Tver</Value></LocationPartValue></LocationPart></Location><Location ID="31"><LocationCountry CountryID="11187"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="40" IDRegDocTypeID="1571" IdentityID="51" IssuedBy-CountryID="11187"><IDRegistrationNo>AB123</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="31"><Comment>Made up</Comment><Profile ID="31" PartySubTypeID="4"><Identity ID="51" Primary="true">
<Alias FixedRef="31" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="61" ScriptID="215">DROZDETSKY</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="62" ScriptID="215">Velimir</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="61">VELYA</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1401" Primary="false" LowQuality="false"><DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="61">BORISOV</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="61" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="62" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature ID="71" FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1961</Year><Month>1</Month><Day>1</Day></From><To><Year>1961</Year><Month>1</Month><Day>1</Day></To></Start><End><From><Year>1961</Year><Month>12</Month><Day>31</Day></From><To><Year>1961</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature ID="72" FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="31"/></FeatureVersion></Feature><Feature ID="73" FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="30"/></FeatureVersion></Feature><Feature ID="74" FeatureTypeID="224"><FeatureVersion><VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef="32"><Profile ID="32" PartySubTypeID="3"><Identity ID="52"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="4"><DocumentedNamePart><NamePartValue NamePartGroupID="63">TEST BANK OJSC</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="63" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups></Identity><Feature FeatureTypeID="13"><FeatureVersion><VersionDetail>TESTRUMM</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ID="31" ProfileID="31" ListID="1550"><EntryEvent LegalBasisID="1"/><SanctionsMeasure SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>`,
    );
    expect([format, publishedAt]).toEqual(['ofac-advanced-xml', '2026-11-02']);
    expect(entities.get('l:31')).toEqual({
      schema: 'Person',
      name: ['Velimir DROZDETSKY'],
      firstName: ['Velimir'],
      lastName: ['DROZDETSKY'],
      weakAlias: ['VELYA'],
      previousName: ['BORISOV'],
      passportNumber: ['AB123'],
      birthDate: ['1961'],
      nationality: ['ru'],
      address: ['Lesnaya 1, Tver, Russia'],
      country: ['ru'],
      gender: ['male'],
      program: ['RUSSIA-EO14024'],
      notes: ['Made up'],
      topics: ['sanction'],
    });
    expect(entities.get('l:32')).toEqual({
      schema: 'Organization',
      name: ['TEST BANK OJSC'],
      swiftBic: ['TESTRUMM'],
      topics: ['sanction'],
    });
  });

  test('EU FSF, XML 1.1', () => {
    const { format, entities } = read(
      'fsf.xml',
      `<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="QDi.1" euReferenceNumber="EU.1.1" logicalId="13"><remark>Made up</remark><regulation regulationType="amendment" programme="UKR" publicationDate="2024-01-01"><publicationUrl>http://eur-lex.europa.eu/x</publicationUrl></regulation><subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Velimir" middleName="" lastName="Drozdetsky" wholeName="Velimir Drozdetsky" function="Director" gender="M" title="Dr" nameLanguage="" strong="true" logicalId="1"/><nameAlias firstName="" middleName="" lastName="" wholeName="Велимир Дроздецкий" nameLanguage="RU" strong="true"/><nameAlias wholeName="Velya" strong="false"/>
<citizenship region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/><birthdate circa="false" calendarType="GREGORIAN" city="Tver" zipCode="" birthdate="1961-05-03" dayOfMonth="3" monthOfYear="5" year="1961" region="" place="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
<identification identificationTypeCode="passport" identificationTypeDescription="National passport" number="AB123" latinNumber="" countryIso2Code="RU"/>
<address city="Tver" street="Lesnaya 1" poBox="" zipCode="170000" region="" place="" asAtListingTime="false" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"><contactInfo key="EMAIL" value="a@example.org; b@example.org"/></address></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.2.2" logicalId="14"><regulation programme="BLR"/><subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="Test Works JSC" strong="true"/><identification identificationTypeCode="regnumber" number="1027700132195"/></sanctionEntity></export>`,
    );
    expect(format).toBe('eu-fsf-xml');
    expect(entities.get('l:EU.1.1-13')).toEqual({
      schema: 'Person',
      name: ['Velimir Drozdetsky'],
      alias: ['Велимир Дроздецкий'],
      weakAlias: ['Velya'],
      firstName: ['Velimir'],
      lastName: ['Drozdetsky'],
      position: ['Director'],
      title: ['Dr'],
      gender: ['male'],
      nationality: ['ru'],
      birthDate: ['1961-05-03'],
      birthPlace: ['Tver, RUSSIAN FEDERATION'],
      passportNumber: ['AB123'],
      address: ['Lesnaya 1, 170000, Tver, RUSSIAN FEDERATION'],
      country: ['ru'],
      email: ['a@example.org', 'b@example.org'],
      program: ['UKR'],
      notes: ['UN reference: QDi.1', 'Made up'],
      topics: ['sanction'],
    });
    expect(entities.get('l:EU.2.2-14')).toMatchObject({ schema: 'Organization', registrationNumber: ['1027700132195'] });
  });

  const UK_COLUMNS =
    'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)'.split(
      ',',
    );
  const ukRow = (cells: Readonly<Record<string, string>>): string => UK_COLUMNS.map((column) => `"${cells[column] ?? ''}"`).join(',');
  test('UK sanctions list, CSV', () => {
    const person = { 'Unique ID': 'RUS0001', 'Designation Type': 'Individual', 'Regime Name': 'Russia' };
    const { format, publishedAt, entities } = read(
      'UK-Sanctions-List.csv',
      [
        'Report Date: 02-Nov-2026',
        UK_COLUMNS.join(','),
        ukRow({
          ...person,
          'Name 6': 'DROZDETSKY',
          'Name 1': 'Velimir',
          'Name 2': 'Borisovich',
          'Name type': 'Primary Name',
          'Name non-latin script': 'Велимир Дроздецкий',
          'D.O.B': 'dd/mm/1961',
          'Nationality(/ies)': 'Russia',
          'Town of birth': 'Tver',
          'Country of birth': 'Russia',
          'Passport number': 'AB123',
          Gender: 'Male',
          Position: 'Director',
          'Address Line 1': 'Lesnaya 1',
          'Address Country': 'Russia',
          'Date Designated': '24/02/2022',
        }),
        ukRow({ ...person, 'Name 6': 'VELYA', 'Name type': 'Alias', 'Alias strength': 'Low quality' }),
        ukRow({
          'Unique ID': 'RUS0002',
          'Designation Type': 'Entity',
          'Regime Name': 'Russia',
          'Name 6': 'TEST WORKS JSC',
          'Name type': 'Primary Name',
          'Business registration number (s)': 'INN: 7707083893; OGRN: 1027700132195',
          'Parent company': 'Test Holding',
          Website: 'https://example.org',
        }),
        ukRow({
          'Unique ID': 'RUS0003',
          'Designation Type': 'Ship',
          'Regime Name': 'Russia',
          'Name 6': 'TEST TANKER',
          'Name type': 'Primary Name',
          'IMO number': '9074729',
          'Current believed flag of ship': 'Panama',
          'Type of ship': 'Crude Oil Tanker',
          'Year Built': '2004',
        }),
      ].join('\n'),
    );
    expect([format, publishedAt]).toEqual(['uk-sanctions-csv', '2026-11-02']);
    expect(entities.get('l:RUS0001')).toEqual({
      schema: 'Person',
      name: ['Velimir Borisovich DROZDETSKY'],
      firstName: ['Velimir'],
      lastName: ['DROZDETSKY'],
      alias: ['Велимир Дроздецкий'],
      weakAlias: ['VELYA'],
      birthDate: ['1961'],
      birthPlace: ['Tver, Russia'],
      nationality: ['ru'],
      passportNumber: ['AB123'],
      gender: ['male'],
      position: ['Director'],
      address: ['Lesnaya 1, Russia'],
      country: ['ru'],
      program: ['Russia'],
      notes: ['Listed: 24/02/2022'],
      topics: ['sanction'],
    });
    expect(entities.get('l:RUS0002')).toMatchObject({ schema: 'Organization', innCode: ['7707083893'], ogrnCode: ['1027700132195'] });
    expect(entities.get('l:RUS0003')).toMatchObject({ schema: 'Vessel', imoNumber: ['9074729'], flag: ['pa'], buildDate: ['2004'] });
  });

  test('lists of Ukraine: monitoring service as XML, register as JSON', () => {
    const sfms = read(
      'zBlackListFull.xml',
      `<list-terror><date-ver-list>20260101</date-ver-list><acount-list><number-entry>9</number-entry><type-entry>2</type-entry><date-entry>20240102</date-entry><program-entry>UN</program-entry>
<aka-list><type-aka>N</type-aka><aka-name1>Велімир</aka-name1><aka-name4>Дроздецький</aka-name4></aka-list><aka-list><type-aka>A</type-aka><quality-aka>1</quality-aka><aka-name1>Velimir</aka-name1><aka-name4>Drozdetsky</aka-name4></aka-list><aka-list><type-aka>A</type-aka><quality-aka>2</quality-aka><aka-name1>Velya</aka-name1></aka-list>
<title-list>Dr</title-list><document-list><document-reg>passport</document-reg><document-id>AB123</document-id></document-list><id-number-list>1234567</id-number-list><address-list><address>Tver</address></address-list><place-of-birth-list>Tver</place-of-birth-list><date-of-birth-list>03 May 1961; 1962</date-of-birth-list><nationality-list>Russia; Cyprus (former)</nationality-list><comments>Made up</comments></acount-list></list-terror>`,
    );
    expect([sfms.format, sfms.publishedAt]).toEqual(['ua-sfms-xml', '2026-01-01']);
    expect(sfms.entities.get('l:9')).toEqual({
      schema: 'Person',
      name: ['Велімир Дроздецький'],
      alias: ['Velimir Drozdetsky'],
      weakAlias: ['Velya'],
      title: ['Dr'],
      passportNumber: ['AB123'],
      idNumber: ['1234567'],
      address: ['Tver'],
      birthPlace: ['Tver'],
      birthDate: ['1961-05-03', '1962'],
      nationality: ['ru', 'cy'],
      program: ['UN'],
      notes: ['Listed: 20240102', 'Made up'],
      topics: ['sanction'],
    });
    const person = {
      sid: 1,
      name: 'Дроздецький Велімир (Дроздецкий Велимир, Drozdetsky Velimir)',
      translit: 'Drozdetskyi Velimir',
      aliases: [],
      citizenships: ['RU'],
      bd: '1961-05-03',
      dd: null,
      identifiers: [
        { id: 'doc:passport', code: 'AB123', iso2: 'RU' },
        { id: 'tax:inn', code: '710300000000' },
      ],
      attributes: [{ key: 'Посада', value: 'директор' }],
    };
    const firm = {
      sid: 2,
      name: 'ТОВ Тест (Тверь)',
      translit: 'TOV Test',
      aliases: ['Test LLC'],
      citizenships: ['RU'],
      bd: null,
      identifiers: [{ id: 'reg:odrn', code: '1027700132195' }],
      attributes: [],
    };
    const nsdc = read('individual.json', JSON.stringify([person]), ['legal.json', JSON.stringify([firm])]);
    expect(nsdc.format).toBe('ua-nsdc-json');
    expect(nsdc.entities.get('l:1')).toMatchObject({
      schema: 'Person',
      name: ['Дроздецький Велімир', 'Дроздецкий Велимир', 'Drozdetsky Velimir'],
      passportNumber: ['AB123'],
      alias: ['Drozdetskyi Velimir'],
      birthDate: ['1961-05-03'],
      innCode: ['710300000000'],
    });
    expect(nsdc.entities.get('l:2')).toMatchObject({
      name: ['ТОВ Тест (Тверь)'],
      alias: ['TOV Test', 'Test LLC'],
      ogrnCode: ['1027700132195'],
    });
  });

  test('Switzerland, the whole list: names in parts and scripts, places apart, what was taken off left out', () => {
    const { format, publishedAt, entities } = read(
      'consolidated-list.xml',
      `<swiss-sanctions-list list-type="whole-list" date="2026-11-02"><sanctions-program ssid="20"><program-key lang="eng">Testland</program-key><program-name lang="ger">Verordnung</program-name><program-name lang="eng">Ordinance on Testland</program-name><sanctions-set ssid="4387" lang="eng">annex 13</sanctions-set></sanctions-program>
<sanctions-program ssid="21"><program-name lang="eng">Ordinance on Otherland</program-name><sanctions-set ssid="5000" lang="eng">annex 1</sanctions-set></sanctions-program>
<target ssid="100"><sanctions-set-id>4387</sanctions-set-id><sanctions-set-id>5000</sanctions-set-id><foreign-identifier>140</foreign-identifier><individual sex="male"><identity ssid="1" main="true">
<name ssid="2" name-type="primary-name" quality="good"><name-part order="2" name-part-type="given-name"><value>Velimir</value><spelling-variant lang="rus" script="CYRL">Велимир</spelling-variant></name-part><name-part order="1" name-part-type="family-name"><value>Drozdetsky</value><spelling-variant lang="rus" script="CYRL">Дроздецкий</spelling-variant></name-part><name-part order="3" name-part-type="title"><value>Dr</value></name-part></name>
<name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name"><value>Velya</value></name-part></name>
<day-month-year day="3" month="5" year="1961"/><nationality><country iso-code="RU">Russian Federation</country></nationality><place-of-birth place-id="9"/><address place-id="9"><address-details>Lesnaya 1</address-details><zip-code>170000</zip-code></address>
<identification-document document-type="passport"><number>AB123</number><issuer code="RU">Russian Federation</issuer></identification-document></identity><justification ssid="3">Made up.</justification></individual><modification modification-type="amended" effective-date="2025-01-01"><removed><identity><name name-type="alias"><name-part order="1"><value>Gone</value></name-part></name></identity></removed></modification><modification modification-type="listed" effective-date="2022-03-16"/></target>
<target ssid="101" sanctions-set-id="4387"><entity><identity main="true"><name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Test Works JSC</value></name-part></name></identity><other-information>Taxpayer Identification Number: 7707083893</other-information></entity></target>
<target ssid="102" sanctions-set-id="4387"><object object-type="vessel"><identity main="true"><name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Test Tanker</value></name-part></name></identity><other-information>IMO number: 9074729</other-information></object></target>
<target ssid="103"><individual><identity><name name-type="primary-name"><name-part order="1"><value>Taken Off</value></name-part></name></identity></individual><modification modification-type="de-listed" effective-date="2024-01-01"/><modification modification-type="listed" effective-date="2022-01-01"/></target>
<place ssid="9"><location>Tver</location><country iso-code="RU">Russian Federation</country></place></swiss-sanctions-list>`,
    );
    expect([format, publishedAt]).toEqual(['ch-seco-xml', '2026-11-02']);
    expect([...entities.keys()]).toEqual(['l:100', 'l:101', 'l:102']);
    expect(entities.get('l:100')).toEqual({
      schema: 'Person',
      name: ['Drozdetsky Velimir'],
      firstName: ['Velimir'],
      lastName: ['Drozdetsky'],
      title: ['Dr'],
      alias: ['Дроздецкий Велимир'],
      weakAlias: ['Velya'],
      gender: ['male'],
      birthDate: ['1961-05-03'],
      nationality: ['ru'],
      birthPlace: ['Tver, Russian Federation'],
      birthCountry: ['ru'],
      address: ['Lesnaya 1, 170000, Tver, Russian Federation'],
      country: ['ru'],
      passportNumber: ['AB123'],
      program: ['Ordinance on Testland', 'Ordinance on Otherland'],
      notes: ['Made up.', 'Foreign identifier: 140'],
      topics: ['sanction'],
    });
    expect(entities.get('l:101')).toMatchObject({ schema: 'Organization', taxNumber: ['7707083893'] });
    expect(entities.get('l:102')).toMatchObject({ schema: 'Vessel', imoNumber: ['9074729'] });
  });

  test.each(['', 'bilingual'])('Canada, %s element names', (kind) => {
    const other: Readonly<Record<string, string>> = {
      Country: 'Pays',
      LastName: 'NomDeFamille',
      GivenName: 'Prenom',
      EntityOrShip: 'EntiteOuNavire',
      Aliases: 'Alias',
      DateOfBirthOrShipBuildDate: 'DateDeNaissanceOuDateDeConstructionDuNavire',
      TitleOrShipType: 'TitreOuTypeDeNavire',
      ShipIMONumber: 'NumeroOMIDuNavire',
      Schedule: 'Annexe',
      Item: 'NumeroDarticle',
      DateOfListing: 'DateDinscription',
    };
    const record = (values: Readonly<Record<string, string>>): string =>
      `<record>${Object.entries(values)
        .map(([name, value]) =>
          kind === '' ? `<${name}>${value}</${name}>` : `<${name}-${other[name] ?? ''}>${value}</${name}-${other[name] ?? ''}>`,
        )
        .join('')}</record>`;
    const { format, entities } = read(
      'sema-lmes.xml',
      `<?xml version="1.0"?><data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
        record({
          Country: 'Russia',
          LastName: 'Drozdetsky',
          GivenName: 'Velimir',
          Aliases: 'Velya; Welimir Drozdecki',
          DateOfBirthOrShipBuildDate: '1961-05-03',
          Schedule: '1, Part 1',
          Item: '1',
          DateOfListing: '2024-02-24',
        }),
        record({ Country: 'Russia', EntityOrShip: 'Test Works JSC (a.k.a. Testovy Zavod)', Schedule: '1, Part 2', Item: '1' }),
        record({
          Country: 'Russia',
          EntityOrShip: 'Test Tanker',
          TitleOrShipType: 'Crude Oil Tanker',
          ShipIMONumber: '9074729',
          DateOfBirthOrShipBuildDate: '2004',
          Schedule: '2',
          Item: '1',
        }),
      ].join('\n')}</data-set>`,
    );
    expect(format).toBe('ca-sema-xml');
    expect([...entities.values()]).toMatchObject([
      {
        schema: 'Person',
        name: ['Velimir Drozdetsky'],
        alias: ['Velya', 'Welimir Drozdecki'],
        birthDate: ['1961-05-03'],
        program: ['Russia'],
      },
      { schema: 'Organization', name: ['Test Works JSC', 'Testovy Zavod'] },
      { schema: 'Vessel', name: ['Test Tanker'], imoNumber: ['9074729'], buildDate: ['2004'] },
    ]);
  });

  test('Australia, the workbook saved as CSV: rows 101a, 101b belong to 101', () => {
    const columns =
      'Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,IMO Number,Committees,Control Date,Instrument of Designation'.split(
        ',',
      );
    const row = (cells: Readonly<Record<string, string>>): string => columns.map((column) => `"${cells[column] ?? ''}"`).join(',');
    const { format, entities } = read(
      'Australian_Sanctions_Consolidated_List.csv',
      [
        columns.join(','),
        row({
          Reference: '101',
          'Name of Individual or Entity': 'Velimir DROZDETSKY',
          Type: 'Individual',
          'Name Type': 'Primary Name',
          'Date of Birth': '3 May 1961',
          'Place of Birth': 'Tver',
          Citizenship: 'Russia, Cyprus',
          Committees: 'Autonomous (Russia)',
          'Control Date': '24/02/2022',
        }),
        row({
          Reference: '101a',
          'Name of Individual or Entity': 'Велимир Дроздецкий',
          Type: 'Individual',
          'Name Type': 'Original Script',
        }),
        row({
          Reference: '101b',
          'Name of Individual or Entity': 'Velya',
          Type: 'Individual',
          'Name Type': 'Alias',
          'Alias Strength': 'Weak',
        }),
        row({
          Reference: '102',
          'Name of Individual or Entity': 'Test Tanker',
          Type: 'Vessel',
          'Name Type': 'Primary Name',
          'IMO Number': '9074729',
        }),
      ].join('\n'),
    );
    expect(format).toBe('au-dfat-csv');
    expect(entities.get('l:101')).toEqual({
      schema: 'Person',
      name: ['Velimir DROZDETSKY'],
      alias: ['Велимир Дроздецкий'],
      weakAlias: ['Velya'],
      birthDate: ['1961-05-03'],
      birthPlace: ['Tver'],
      nationality: ['ru', 'cy'],
      program: ['Autonomous (Russia)'],
      notes: ['Control date: 24/02/2022'],
      topics: ['sanction'],
    });
    expect(entities.get('l:102')).toMatchObject({ schema: 'Vessel', imoNumber: ['9074729'] });
  });
});

test('take no longer than they are large: many papers of one party, many blanks or letters in one cell, many scripts', () => {
  const papers = `<Sanctions><DateOfIssue><Year>2026</Year></DateOfIssue><PartyTypeValues><PartyType ID="1">Entity</PartyType></PartyTypeValues><PartySubTypeValues><PartySubType ID="3" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues><ReferenceValueSets/>
<IDRegDocuments>${'<IDRegDocument IdentityID="1"/>'.repeat(30_000)}</IDRegDocuments><DistinctParties><DistinctParty><Profile ID="7" PartySubTypeID="3"><Identity ID="2"><Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>Test</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty></DistinctParties></Sanctions>`;
  const blanks = `<data-set><record><Country>Russia</Country><Schedule>1</Schedule><Item>1</Item><EntityOrShip>Test${' '.repeat(100_000)}Works / Zavod</EntityOrShip></record></data-set>`;
  const facts = `<swiss-sanctions-list date="2026-11-02"><target ssid="1"><entity><identity><name name-type="primary-name"><name-part order="1"><value>Test</value></name-part></name></identity><other-information>Passport (${'a'.repeat(200_000)}</other-information><other-information>A${' '.repeat(200_000)}B</other-information></entity></target></swiss-sanctions-list>`;
  const parts = Array.from(
    { length: 4000 },
    (_, n) => `<name-part order="${n}"><value>a</value><spelling-variant lang="l${n}" script="S">b</spelling-variant></name-part>`,
  );
  const scripts = `<swiss-sanctions-list date="2026-11-02"><target ssid="2"><entity><identity><name name-type="primary-name"><name-part><value>Test</value></name-part></name><name name-type="alias">${parts.join('')}</name></identity></entity></target></swiss-sanctions-list>`;
  const started = performance.now();
  expect(read('list.xml', scripts).entities.get('l:2')).toMatchObject({ name: ['Test'] });
  expect(read('list.xml', facts).entities.get('l:1')).toMatchObject({ name: ['Test'], notes: [expect.any(String), expect.any(String)] });
  expect(read('SDN_ADVANCED.XML', papers).entities.size).toBe(1);
  expect([...read('sema-lmes.xml', blanks).entities.values()]).toMatchObject([{ name: ['Test Works', 'Zavod'] }]);
  expect(performance.now() - started).toBeLessThan(4000);
});

test('records are given one by one and not kept where somebody takes them', () => {
  const taken: number[] = [];
  const { records } = readXml(
    '<a>\n<r/>\n<r/></a>',
    'f',
    new Set(['r']),
    () => undefined,
    ({ line }) => taken.push(line),
  );
  expect([taken, records]).toEqual([[2, 3], []]);
});
