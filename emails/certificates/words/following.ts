import type { Language } from '../../language.ts';
import type { Words } from './kinds.ts';

/** A request of a wider scope after its certificate, a use of one that covers less, and a suspension that lasts to the end of its certificate. */
type Following = Pick<Words['mails'], 'scope_carried' | 'scope_ended' | 'claim_check'> & {
  /** In the place of the day on which it would be withdrawn. */
  endsSuspended: string;
  /** The same where its audit body did not look at it in time: that withdraws nothing. */
  untilHeld: string;
};

/** English first; the others are not yet reviewed by native readers. */
export const following: Record<Language, Following> = {
  en: {
    endsSuspended:
      'Put the matter right and send the evidence. The certificate ends on {until}: if the suspension is not lifted before, it ends suspended and is not renewed.',
    untilHeld:
      'Its yearly audit was not held in time. Agree on days with your audit body, or ask another audit body to take your certificate over: the suspension goes along until the audit is held, and is lifted after it. No clock withdraws your certificate for this. It ends on {until}.',
    claim_check: {
      heading: 'say what became of it',
      text: [
        'Certificate {number} covers less than when you were granted to show it: {place}. Look at what it says there. By {day}, say on its page that you changed it, took it down, or that it says nothing of what left the scope.',
      ],
      step: 'claims',
    },
    scope_carried: {
      subject: 'Your request of a wider scope goes on with {number}',
      heading: 'Your request goes on',
      text: [
        'You asked for a wider scope before certificate {number} took the place of the one you held. Your request goes on with {number}, as you made it. You need do nothing.',
      ],
      step: 'see',
    },
    scope_ended: {
      subject: 'Your request of a wider scope ended with {number}',
      heading: 'Your request ended with its certificate',
      text: [
        'You asked for a wider scope of certificate {number}. That certificate ended before the scheme answered, and your request with it. What you still need, ask for under the certificate you hold.',
      ],
      step: 'see',
    },
  },
  fr: {
    endsSuspended:
      'Réglez l’affaire et envoyez les preuves. Le certificat prend fin le {until} : si la suspension n’est pas levée avant, il prend fin suspendu et n’est pas renouvelé.',
    untilHeld:
      'Son audit annuel n’a pas eu lieu à temps. Convenez de jours avec votre organisme d’audit, ou demandez à un autre de reprendre votre certificat : la suspension suit jusqu’à ce que l’audit ait lieu, puis elle est levée. Aucun délai ne retire votre certificat pour cela. Il prend fin le {until}.',
    claim_check: {
      heading: 'dites ce qu’il en est',
      text: [
        'Le certificat {number} couvre moins que lorsqu’il vous a été permis de le montrer : {place}. Regardez ce qui y est dit. D’ici le {day}, dites sur sa page que vous l’avez changé, retiré, ou que rien n’y concerne ce qui n’est plus couvert.',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'votre demande continue',
      text: [
        'Vous avez demandé une portée plus large avant que le certificat {number} ne remplace le précédent. Votre demande continue avec le certificat {number}, telle quelle. Vous n’avez rien à faire.',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'votre demande a pris fin avec lui',
      text: [
        'Vous avez demandé une portée plus large du certificat {number}. Il a pris fin avant la réponse, et votre demande avec lui. Ce dont vous avez encore besoin, demandez-le pour le certificat que vous détenez.',
      ],
      step: 'see',
    },
  },
  es: {
    endsSuspended:
      'Resuelva el asunto y envíe las pruebas. El certificado termina el {until}: si la suspensión no se levanta antes, termina suspendido y no se renueva.',
    untilHeld:
      'Su auditoría anual no se hizo a tiempo. Acuerde los días con su entidad auditora, o pida a otra que asuma su certificado: la suspensión lo acompaña hasta que se haga la auditoría, y se levanta después. Ningún plazo retira su certificado por esto. Termina el {until}.',
    claim_check: {
      heading: 'diga qué ha hecho con él',
      text: [
        'El certificado {number} cubre menos que cuando se le permitió mostrarlo: {place}. Mire lo que dice allí. A más tardar el {day}, diga en su página que lo cambió, lo retiró, o que no dice nada de lo que ya no cubre.',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'su solicitud continúa',
      text: [
        'Pidió un alcance mayor antes de que el certificado {number} sustituyera al anterior. Su solicitud continúa con el certificado {number}, tal como la hizo. No tiene que hacer nada.',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'su solicitud terminó con él',
      text: [
        'Pidió un alcance mayor del certificado {number}. Ese certificado terminó antes de la respuesta, y su solicitud con él. Lo que aún necesite, pídalo con el certificado que tenga.',
      ],
      step: 'see',
    },
  },
  ar: {
    endsSuspended:
      'أصلحوا الأمر وأرسلوا الأدلة. تنتهي الشهادة في {until}: إذا لم يُرفع التعليق قبل ذلك تنتهي معلقةً ولا تُجدَّد.',
    untilHeld:
      'لم يُجرَ تدقيقها السنوي في موعده. اتفقوا على أيامه مع جهة التدقيق، أو اطلبوا من جهة أخرى أن تتولى شهادتكم: يبقى التعليق معها حتى يُجرى التدقيق، ثم يُرفع. لا تُسحب شهادتكم لهذا السبب بمرور الوقت. تنتهي في {until}.',
    claim_check: {
      heading: 'قولوا ما صار إليه',
      text: [
        'تشمل الشهادة {number} أقل مما كانت تشمل حين أُذن لكم بعرضها: {place}. انظروا ما يُقال هناك. وحتى {day} قولوا في صفحته إنكم غيّرتموه أو أزلتموه أو إنه لا يقول شيئا عما خرج من النطاق.',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'يستمر طلبكم',
      text: [
        'طلبتم نطاقا أوسع قبل أن تحل الشهادة {number} محل السابقة. يستمر طلبكم مع الشهادة {number} كما قدمتموه، ولا يلزمكم شيء.',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'انتهى طلبكم معها',
      text: [
        'طلبتم نطاقا أوسع للشهادة {number}. انتهت تلك الشهادة قبل الرد وانتهى طلبكم معها. ما زلتم بحاجة إليه فاطلبوه للشهادة التي تحملونها.',
      ],
      step: 'see',
    },
  },
  hi: {
    endsSuspended:
      'मामला ठीक करें और सबूत भेजें। प्रमाणपत्र {until} को समाप्त होता है: यदि उससे पहले निलंबन नहीं हटा, तो वह निलंबित ही समाप्त होगा और नवीनीकृत नहीं होगा।',
    untilHeld:
      'इसका वार्षिक ऑडिट समय पर नहीं हुआ। अपनी ऑडिट संस्था के साथ दिन तय करें, या किसी दूसरी संस्था से अपना प्रमाणपत्र सँभालने को कहें: ऑडिट होने तक निलंबन साथ चलता है, और उसके बाद हटता है। इस कारण समय बीतने से प्रमाणपत्र वापस नहीं लिया जाता। यह {until} को समाप्त होता है।',
    claim_check: {
      heading: 'बताएँ कि उसका क्या हुआ',
      text: [
        'जब आपको प्रमाणपत्र {number} दिखाने की अनुमति मिली थी, उससे अब इसका दायरा छोटा है: {place}। देखें कि वहाँ क्या लिखा है। {day} तक उसके पृष्ठ पर बताएँ कि आपने उसे बदला, हटाया, या उसमें हटी हुई बातों का कुछ नहीं है।',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'आपका अनुरोध जारी है',
      text: [
        'आपने बड़ा दायरा तब माँगा था जब प्रमाणपत्र {number} ने पिछले का स्थान नहीं लिया था। आपका अनुरोध जैसा था, वैसा ही प्रमाणपत्र {number} के साथ जारी है। आपको कुछ नहीं करना है।',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'आपका अनुरोध इसके साथ समाप्त हुआ',
      text: [
        'आपने प्रमाणपत्र {number} का दायरा बढ़ाने को कहा था। उत्तर से पहले वह प्रमाणपत्र समाप्त हो गया, और उसके साथ आपका अनुरोध भी। जो अब भी चाहिए, वह अपने वर्तमान प्रमाणपत्र के लिए माँगें।',
      ],
      step: 'see',
    },
  },
  ne: {
    endsSuspended:
      'कुरा मिलाउनुहोस् र प्रमाण पठाउनुहोस्। प्रमाणपत्र {until} मा सकिन्छ: त्यसअघि निलम्बन नहटे यो निलम्बित नै सकिन्छ र नवीकरण हुँदैन।',
    untilHeld:
      'यसको वार्षिक लेखापरीक्षण समयमा भएन। आफ्नो लेखापरीक्षण संस्थासँग दिन मिलाउनुहोस्, वा अर्को संस्थालाई आफ्नो प्रमाणपत्र सम्हाल्न भन्नुहोस्: लेखापरीक्षण नभएसम्म निलम्बन सँगै जान्छ, र त्यसपछि हट्छ। यस कारणले समय बितेर प्रमाणपत्र फिर्ता लिइँदैन। यो {until} मा सकिन्छ।',
    claim_check: {
      heading: 'त्यसको के भयो भन्नुहोस्',
      text: [
        'तपाईंलाई प्रमाणपत्र {number} देखाउन अनुमति दिँदाभन्दा अहिले यसको दायरा सानो छ: {place}। त्यहाँ के लेखिएको छ हेर्नुहोस्। {day} सम्म यसको पृष्ठमा फेर्नुभयो, हटाउनुभयो, वा त्यहाँ हटेको कुरा केही छैन भन्नुहोस्।',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'तपाईंको अनुरोध कायम छ',
      text: [
        'प्रमाणपत्र {number} ले अघिल्लोको ठाउँ लिनुअघि तपाईंले ठूलो दायरा माग्नुभएको थियो। तपाईंको अनुरोध जस्ताको तस्तै प्रमाणपत्र {number} सँग कायम छ। केही गर्नु पर्दैन।',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'तपाईंको अनुरोध यससँगै सकियो',
      text: [
        'तपाईंले प्रमाणपत्र {number} को दायरा बढाउन माग्नुभएको थियो। उत्तर आउनुअघि त्यो प्रमाणपत्र सकियो, र अनुरोध पनि। अझै चाहिने कुरा अहिलेको प्रमाणपत्रका लागि माग्नुहोस्।',
      ],
      step: 'see',
    },
  },
  bn: {
    endsSuspended:
      'বিষয়টি ঠিক করুন এবং প্রমাণ পাঠান। সনদ {until} তারিখে শেষ হয়: তার আগে স্থগিতাদেশ না উঠলে এটি স্থগিত অবস্থায় শেষ হবে এবং নবায়ন হবে না।',
    untilHeld:
      'এর বার্ষিক নিরীক্ষা সময়মতো হয়নি। আপনার নিরীক্ষা সংস্থার সঙ্গে দিন ঠিক করুন, অথবা অন্য সংস্থাকে সনদটি নিতে বলুন: নিরীক্ষা না হওয়া পর্যন্ত স্থগিতাদেশ সঙ্গে থাকে, তারপর ওঠে। এই কারণে সময় পেরোলেই সনদ প্রত্যাহার হয় না। এটি {until} তারিখে শেষ হয়।',
    claim_check: {
      heading: 'এটির কী হলো জানান',
      text: [
        'সনদ {number} দেখানোর অনুমতি পাওয়ার সময়ের চেয়ে এখন এর পরিধি ছোট: {place}। সেখানে কী লেখা আছে দেখুন। {day} এর মধ্যে তার পাতায় জানান যে বদলেছেন, সরিয়েছেন, বা যা বাদ গেছে তার কিছু সেখানে নেই।',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'আপনার অনুরোধ চলছে',
      text: [
        'সনদ {number} আগেরটির জায়গা নেওয়ার আগে আপনি বড় পরিধি চেয়েছিলেন। আপনার অনুরোধ যেমন ছিল তেমনই সনদ {number} এর সঙ্গে চলছে। আপনাকে কিছু করতে হবে না।',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'আপনার অনুরোধ এর সঙ্গে শেষ হয়েছে',
      text: [
        'আপনি সনদ {number} এর বড় পরিধি চেয়েছিলেন। উত্তরের আগে সেই সনদ শেষ হয়েছে, এবং তার সঙ্গে আপনার অনুরোধও। যা এখনও দরকার, এখনকার সনদের জন্য চান।',
      ],
      step: 'see',
    },
  },
  id: {
    endsSuspended:
      'Bereskan masalahnya dan kirim buktinya. Sertifikat berakhir pada {until}: jika penangguhan tidak diakhiri sebelumnya, sertifikat berakhir dalam keadaan ditangguhkan dan tidak diperbarui.',
    untilHeld:
      'Audit tahunannya tidak dilaksanakan tepat waktu. Sepakati harinya dengan lembaga audit Anda, atau minta lembaga lain mengambil alih sertifikat Anda: penangguhan ikut sampai audit dilaksanakan, lalu diakhiri. Tidak ada tenggat yang mencabut sertifikat Anda karena hal ini. Sertifikat berakhir pada {until}.',
    claim_check: {
      heading: 'sampaikan apa yang Anda lakukan',
      text: [
        'Sertifikat {number} mencakup lebih sedikit daripada ketika Anda diizinkan menampilkannya: {place}. Periksa apa yang tertulis di sana. Paling lambat {day}, sampaikan di halamannya bahwa Anda mengubahnya, menurunkannya, atau bahwa tidak ada yang menyebut apa yang keluar dari cakupan.',
      ],
      step: 'claims',
    },
    scope_carried: {
      heading: 'permintaan Anda berlanjut',
      text: [
        'Anda meminta cakupan yang lebih luas sebelum sertifikat {number} menggantikan yang lama. Permintaan Anda berlanjut dengan sertifikat {number}, sebagaimana adanya. Anda tidak perlu berbuat apa-apa.',
      ],
      step: 'see',
    },
    scope_ended: {
      heading: 'permintaan Anda berakhir bersamanya',
      text: [
        'Anda meminta cakupan yang lebih luas untuk sertifikat {number}. Sertifikat itu berakhir sebelum dijawab, dan permintaan Anda ikut berakhir. Yang masih diperlukan, mintalah untuk sertifikat yang Anda pegang.',
      ],
      step: 'see',
    },
  },
};
