import type { CheckWords } from '../model.ts';

export const fr: CheckWords = {
  ask: 'Ce recruteur est-il certifié ?',
  label: 'Nom ou numéro de l’agence',
  hint: 'Son nom dans n’importe quelle écriture, un numéro de téléphone, de licence ou de certificat, ou l’adresse de sa page.',
  check: 'Vérifier',
  kept: 'Nous ne gardons pas ce que vous demandez.',
  again: 'Nouvelle vérification',
  leave: 'Quitter cette page',
  languages: 'Langue',
  unreviewed: 'Cette traduction n’a pas encore été relue par une personne de cette langue.',
  laterTitle: 'Nous ne pouvons pas répondre maintenant',
  later: 'Cela ne dit rien d’aucune agence. Ne payez pas. Attendez une minute et redemandez.',

  certified:
    '{name} est certifié depuis le {day}. Il ne doit pas vous prendre d’argent. Si on vous demande de payer, ce n’est pas permis : dites-le-nous.',
  watchTitle: 'Certifié, mais soyez prudent',
  watchAudit:
    '{name} est certifié. Quelqu’un examine sa façon de travailler. Il ne doit pas vous prendre d’argent.',
  watchRight: '{name} est certifié. Il doit corriger quelque chose. Il ne doit pas vous prendre d’argent.',
  suspendedTitle: 'Arrêté. Ne payez pas.',
  suspended: 'Le certificat de {name} ne compte plus depuis le {day}.',
  withdrawnTitle: 'N’est plus certifié. Ne payez pas.',
  withdrawn: '{name} n’a plus de certificat depuis le {day}.',
  expiredTitle: 'N’est plus certifié',
  expired: 'Le certificat de {name} a pris fin le {day}. Ne payez pas.',
  expiredStopped: 'Le certificat de {name} a été arrêté et a pris fin le {day}. Ne payez pas.',
  applicant:
    '{name} a demandé à être certifié. Nous n’avons pas dit oui. Il est peut-être en règle avec la loi. Ne payez pas.',
  refused: '{name} a demandé à être certifié. Nous avons dit non. Ne payez pas.',
  unknownTitle: 'Nous ne connaissons pas ce nom',
  unknown: '« {asked} » n’est pas certifié. Cela ne veut pas dire que c’est sûr. Ne payez pas.',
  promiseTitle: 'Ce que cela ne promet pas',
  promise:
    'Cela ne dit rien d’un emploi précis, ni que celui qui utilise le nom d’une agence travaille pour elle.',

  thisOne: 'Est-ce celui-ci ?',
  whichOne: 'Lequel est-ce ?',
  otherOne: 'Ce n’est pas lui ? Alors nous ne le connaissons pas. Ne payez pas.',
  otherMany: 'Aucun de ceux-ci ? Alors nous ne le connaissons pas. Ne payez pas.',
  licence: 'Licence {number}, {authority}',

  medical: 'les examens médicaux et les vaccins',
  insurance: 'une assurance ou un fonds social',
  tests: 'les tests de langue ou de métier',
  training: 'la formation, avant le départ ou après l’arrivée',
  tools: 'les outils, l’uniforme et l’équipement de sécurité',
  travel: 'les billets, le voyage, le logement et la nourriture en route',
  papers: 'le visa, le passeport, les permis, le contrat et autres papiers',
  bribe: 'un cadeau ou un pot-de-vin, à qui que ce soit',
  wages: 'tout cela plus tard, sur votre salaire',

  nowTitle: 'Que faire maintenant',
  nowCertified:
    'Demandez à voir l’offre d’emploi, le contrat et le nom de l’employeur, et gardez-en une copie. Vérifiez qui vous parle.',
  nowStop: 'Ne payez pas et ne signez pas. Ne remettez pas votre passeport. Vérifiez une autre agence.',
  proof:
    'Gardez chaque reçu et chaque message, et parlez-en au bureau des plaintes du programme. Le recruteur n’apprend pas votre nom.',
  answered: 'Réponse donnée le {when}. Elle peut changer : vérifiez encore avant de signer.',
  keep: 'À garder ou à envoyer : imprimez cette page, ou envoyez cette adresse :',

  whoTitle: 'Qui vous parle ?',
  whoLabel: 'Son numéro de téléphone ou son nom',
  yes: 'Oui',
  no: 'Non',
  whoOwn: '{asked} est un numéro que {name} a publié comme le sien.',
  whoAgent: '{agent} peut parler aux travailleurs pour {name} aujourd’hui.',
  whoEven: 'Même ainsi, personne ne peut vous prendre d’argent.',
  whoNo: '{asked} n’est pas parmi les numéros et les agents que {name} nous a indiqués.',
  whoAsk: 'Demandez à {name} par un numéro qu’il a publié, avant de payer ou de signer :',
  whoNone: '{name} n’a publié aucun numéro. Demandez à son bureau, avant de payer ou de signer.',
};
