//! Who the agency is: its own data, its programme's address, the media it can be found in, how settled it is.

use super::{Asked, Choice, Field, FieldType::*, choice, field};

/// Agency information.
pub(super) const AGENCY_INFORMATION: &[Field] = &[
    field(
        "agency_type",
        Choice(AGENCY_TYPES),
        Asked::Always,
        ["Agency type", "Tipo de agencia", "Type d’organisme"],
        [
            "What kind of agency this is.",
            "De qué clase de agencia se trata.",
            "De quelle sorte d’organisme il s’agit.",
        ],
    ),
    field(
        "other_agency_type",
        Line,
        Asked::If("agency_type", "other"),
        ["Other agency type", "Otro tipo de agencia", "Autre type d’organisme"],
        [
            "If none of the types fits, say it in your own words.",
            "Si ningún tipo corresponde, dígalo con sus palabras.",
            "Si aucun type ne convient, dites-le avec vos mots.",
        ],
    ),
    field(
        "proof_of_status",
        Document,
        Asked::Always,
        ["Proof of agency status", "Prueba de la condición de la agencia", "Preuve du statut de l’organisme"],
        [
            "A document that shows that the agency is recognised, such as a determination letter.",
            "Un documento que muestre que la agencia está reconocida, como una carta de determinación.",
            "Un document qui montre que l’organisme est reconnu.",
        ],
    ),
    field(
        "mission",
        Text,
        Asked::Always,
        ["Mission", "Misión", "Mission"],
        ["What the agency is there for.", "Para qué existe la agencia.", "La raison d’être de l’organisme."],
    ),
    field(
        "address1",
        Line,
        Asked::Always,
        ["Street address", "Dirección", "Adresse"],
        [
            "Street and number of the agency.",
            "Calle y número de la agencia.",
            "Rue et numéro de l’organisme.",
        ],
    ),
    field(
        "address2",
        Line,
        Asked::Never,
        ["Street address, second line", "Dirección, segunda línea", "Adresse, deuxième ligne"],
        [
            "Suite, floor or building, if there is one.",
            "Oficina, piso o edificio, si lo hay.",
            "Bureau, étage ou bâtiment, s’il y a lieu.",
        ],
    ),
    field(
        "city",
        Line,
        Asked::Always,
        ["City", "Ciudad", "Ville"],
        ["The city of the agency.", "La ciudad de la agencia.", "La ville de l’organisme."],
    ),
    field(
        "state",
        Line,
        Asked::Always,
        ["State", "Estado", "État"],
        ["The state of the agency.", "El estado de la agencia.", "L’État de l’organisme."],
    ),
    field(
        "zip",
        Line,
        Asked::Always,
        ["ZIP code", "Código postal", "Code postal"],
        ["The ZIP code of the agency.", "El código postal de la agencia.", "Le code postal de l’organisme."],
    ),
];

/// Where the programme runs and goods are delivered to.
pub(super) const PROGRAM_ADDRESS: &[Field] = &[
    field(
        "program_address1",
        Line,
        Asked::Always,
        ["Street address", "Dirección", "Adresse"],
        [
            "Street and number where goods are delivered to.",
            "Calle y número donde se entregan los artículos.",
            "Rue et numéro où les articles sont livrés.",
        ],
    ),
    field(
        "program_address2",
        Line,
        Asked::Never,
        ["Street address, second line", "Dirección, segunda línea", "Adresse, deuxième ligne"],
        [
            "Suite, floor or building, if there is one.",
            "Oficina, piso o edificio, si lo hay.",
            "Bureau, étage ou bâtiment, s’il y a lieu.",
        ],
    ),
    field(
        "program_city",
        Line,
        Asked::Always,
        ["City", "Ciudad", "Ville"],
        [
            "The city where goods are delivered to.",
            "La ciudad donde se entregan los artículos.",
            "La ville où les articles sont livrés.",
        ],
    ),
    field(
        "program_state",
        Line,
        Asked::Always,
        ["State", "Estado", "État"],
        [
            "The state where goods are delivered to.",
            "El estado donde se entregan los artículos.",
            "L’État où les articles sont livrés.",
        ],
    ),
    field(
        "program_zip",
        Line,
        Asked::Always,
        ["ZIP code", "Código postal", "Code postal"],
        [
            "The ZIP code where goods are delivered to.",
            "El código postal donde se entregan los artículos.",
            "Le code postal où les articles sont livrés.",
        ],
    ),
];

/// Where the agency can be found.
pub(super) const MEDIA_INFORMATION: &[Field] = &[
    field(
        "website",
        Line,
        Asked::OneOfSection,
        ["Website", "Sitio web", "Site web"],
        [
            "The address of the agency’s website.",
            "La dirección del sitio web de la agencia.",
            "L’adresse du site web de l’organisme.",
        ],
    ),
    field(
        "facebook",
        Line,
        Asked::OneOfSection,
        ["Facebook", "Facebook", "Facebook"],
        [
            "The agency’s page on Facebook.",
            "La página de la agencia en Facebook.",
            "La page de l’organisme sur Facebook.",
        ],
    ),
    field(
        "twitter",
        Line,
        Asked::OneOfSection,
        ["Twitter", "Twitter", "Twitter"],
        [
            "The agency’s name on Twitter.",
            "El nombre de la agencia en Twitter.",
            "Le nom de l’organisme sur Twitter.",
        ],
    ),
    field(
        "instagram",
        Line,
        Asked::OneOfSection,
        ["Instagram", "Instagram", "Instagram"],
        [
            "The agency’s name on Instagram.",
            "El nombre de la agencia en Instagram.",
            "Le nom de l’organisme sur Instagram.",
        ],
    ),
    field(
        "no_social_media",
        YesNo,
        Asked::OneOfSection,
        ["None of these", "Nada de esto", "Rien de tout cela"],
        [
            "Check this if the agency has neither a website nor social media.",
            "Marque esto si la agencia no tiene sitio web ni redes sociales.",
            "Cochez ceci si l’organisme n’a ni site web ni réseaux sociaux.",
        ],
    ),
];

/// How settled the agency and its programme are.
pub(super) const AGENCY_STABILITY: &[Field] = &[
    field(
        "founded",
        Year,
        Asked::Always,
        ["Year founded", "Año de fundación", "Année de fondation"],
        [
            "The year in which the agency was founded.",
            "El año en que se fundó la agencia.",
            "L’année où l’organisme a été fondé.",
        ],
    ),
    field(
        "form_990",
        YesNo,
        Asked::Always,
        ["Form 990 filed", "Formulario 990 presentado", "Formulaire 990 déposé"],
        [
            "Whether the agency files Form 990 with the tax authorities.",
            "Si la agencia presenta el formulario 990 a las autoridades fiscales.",
            "Si l’organisme dépose le formulaire 990 auprès du fisc.",
        ],
    ),
    field(
        "proof_of_form_990",
        Document,
        Asked::If("form_990", "true"),
        ["Form 990", "Formulario 990", "Formulaire 990"],
        [
            "The latest Form 990 as a document.",
            "El último formulario 990 como documento.",
            "Le dernier formulaire 990 en document.",
        ],
    ),
    field(
        "program_name",
        Line,
        Asked::Always,
        ["Program name", "Nombre del programa", "Nom du programme"],
        [
            "The name of the program that hands out the goods.",
            "El nombre del programa que reparte los artículos.",
            "Le nom du programme qui remet les articles.",
        ],
    ),
    field(
        "program_description",
        Text,
        Asked::Always,
        ["Program description", "Descripción del programa", "Description du programme"],
        [
            "What the program does, and for whom.",
            "Qué hace el programa y para quién.",
            "Ce que fait le programme, et pour qui.",
        ],
    ),
    field(
        "program_age",
        Line,
        Asked::Always,
        ["Age of the program", "Antigüedad del programa", "Ancienneté du programme"],
        [
            "How long the program has existed.",
            "Cuánto tiempo lleva el programa.",
            "Depuis combien de temps le programme existe.",
        ],
    ),
    field(
        "evidence_based",
        YesNo,
        Asked::Always,
        ["Evidence-based", "Basado en evidencia", "Fondé sur des preuves"],
        [
            "Whether the program rests on studies of what works.",
            "Si el programa se basa en estudios de lo que funciona.",
            "Si le programme repose sur des études de ce qui marche.",
        ],
    ),
    field(
        "case_management",
        YesNo,
        Asked::Always,
        ["Case management", "Gestión de casos", "Suivi individuel"],
        [
            "Whether clients are accompanied individually.",
            "Si se acompaña a los clientes individualmente.",
            "Si les bénéficiaires sont suivis individuellement.",
        ],
    ),
    field(
        "essentials_use",
        Text,
        Asked::Always,
        ["How essentials are used", "Uso de los artículos esenciales", "Usage des articles essentiels"],
        [
            "What the goods do for the people the agency serves.",
            "Qué aportan los artículos a las personas que la agencia atiende.",
            "Ce que les articles apportent aux personnes servies.",
        ],
    ),
    field(
        "receives_from_other",
        Line,
        Asked::Always,
        ["Received from others", "Recibido de otros", "Reçu d’autres"],
        [
            "Other places the agency receives essentials from.",
            "Otros lugares de los que la agencia recibe artículos esenciales.",
            "Les autres sources d’articles essentiels de l’organisme.",
        ],
    ),
    field(
        "currently_provides_diapers",
        YesNo,
        Asked::Always,
        ["Provides diapers now", "Entrega pañales ahora", "Fournit déjà des couches"],
        [
            "Whether the agency hands out diapers already.",
            "Si la agencia ya entrega pañales.",
            "Si l’organisme remet déjà des couches.",
        ],
    ),
];

/// The kinds of agency there are.
const AGENCY_TYPES: &[Choice] = &[
    choice("other", ["Other", "Otro", "Autre"]),
    choice(
        "career",
        [
            "Career technical training",
            "Formación técnica y profesional",
            "Formation technique et professionnelle",
        ],
    ),
    choice(
        "abuse",
        [
            "Child abuse resource center",
            "Centro de recursos contra el maltrato infantil",
            "Centre de ressources contre la maltraitance des enfants",
        ],
    ),
    choice(
        "bnb",
        ["Basic needs bank", "Banco de necesidades básicas", "Banque de produits de première nécessité"],
    ),
    choice(
        "church",
        ["Church outreach ministry", "Ministerio de ayuda de una iglesia", "Œuvre d’entraide d’une église"],
    ),
    choice(
        "college",
        ["College or university", "Colegio universitario o universidad", "Collège ou université"],
    ),
    choice(
        "cdc",
        [
            "Community development corporation",
            "Corporación de desarrollo comunitario",
            "Société de développement local",
        ],
    ),
    choice(
        "health",
        [
            "Community health program or clinic",
            "Programa o clínica de salud comunitaria",
            "Programme ou clinique de santé communautaire",
        ],
    ),
    choice(
        "outreach",
        ["Community outreach services", "Servicios de alcance comunitario", "Services de proximité"],
    ),
    choice(
        "legal",
        [
            "Correctional facility or legal system",
            "Centro penitenciario o sistema judicial",
            "Établissement pénitentiaire ou système judiciaire",
        ],
    ),
    choice(
        "crisis",
        [
            "Crisis or disaster services",
            "Servicios de crisis o desastre",
            "Aide en cas de crise ou de catastrophe",
        ],
    ),
    choice(
        "disab",
        [
            "Developmental disabilities program",
            "Programa para discapacidades del desarrollo",
            "Programme pour troubles du développement",
        ],
    ),
    choice("district", ["School district", "Distrito escolar", "District scolaire"]),
    choice(
        "domv",
        [
            "Domestic violence shelter",
            "Refugio contra la violencia doméstica",
            "Refuge contre la violence domestique",
        ],
    ),
    choice(
        "ece",
        [
            "Early childhood education or childcare",
            "Educación preescolar o guardería",
            "Éducation ou accueil de la petite enfance",
        ],
    ),
    choice(
        "child",
        ["Early childhood services", "Servicios para la primera infancia", "Services à la petite enfance"],
    ),
    choice("edu", ["Education program", "Programa educativo", "Programme éducatif"]),
    choice(
        "family",
        ["Family resource center", "Centro de recursos familiares", "Centre de ressources pour les familles"],
    ),
    choice(
        "food",
        ["Food bank or pantry", "Banco o despensa de alimentos", "Banque ou garde-manger alimentaire"],
    ),
    choice("foster", ["Foster program", "Programa de acogida", "Programme de placement familial"]),
    choice("govt", ["Government agency", "Organismo público", "Organisme public"]),
    choice(
        "headstart",
        ["Head Start or Early Head Start", "Head Start o Early Head Start", "Head Start ou Early Head Start"],
    ),
    choice("homevisit", ["Home visits", "Visitas a domicilio", "Visites à domicile"]),
    choice(
        "homeless",
        [
            "Homeless resource center",
            "Centro de recursos para personas sin hogar",
            "Centre de ressources pour sans-abri",
        ],
    ),
    choice("hosp", ["Hospital", "Hospital", "Hôpital"]),
    choice(
        "infpan",
        [
            "Infant or child pantry or closet",
            "Despensa o ropero infantil",
            "Garde-manger ou vestiaire pour enfants",
        ],
    ),
    choice("lib", ["Library", "Biblioteca", "Bibliothèque"]),
    choice("mhealth", ["Mental health", "Salud mental", "Santé mentale"]),
    choice(
        "military",
        [
            "Military base or veteran services",
            "Base militar o servicios para veteranos",
            "Base militaire ou services aux anciens combattants",
        ],
    ),
    choice("police", ["Police station", "Comisaría de policía", "Poste de police"]),
    choice(
        "preg",
        [
            "Pregnancy resource center",
            "Centro de recursos para el embarazo",
            "Centre de ressources pour la grossesse",
        ],
    ),
    choice("presch", ["Preschool", "Preescolar", "École maternelle"]),
    choice(
        "ref",
        [
            "Refugee resource center",
            "Centro de recursos para refugiados",
            "Centre de ressources pour réfugiés",
        ],
    ),
    choice("es", ["Elementary school", "Escuela primaria", "École primaire"]),
    choice("hs", ["High school", "Escuela preparatoria", "Lycée"]),
    choice("ms", ["Middle school", "Escuela intermedia", "Collège (enseignement secondaire)"]),
    choice("senior", ["Senior center", "Centro para personas mayores", "Centre pour personnes âgées"]),
    choice(
        "tribal",
        [
            "Tribal or Native-based organization",
            "Organización tribal o indígena",
            "Organisation tribale ou autochtone",
        ],
    ),
    choice("treat", ["Treatment clinic", "Clínica de tratamiento", "Clinique de traitement"]),
    choice(
        "twoycollege",
        ["Two-year college", "Colegio universitario de dos años", "Collège universitaire de deux ans"],
    ),
    choice(
        "wic",
        [
            "Women, Infants and Children",
            "Mujeres, Infantes y Niños (WIC)",
            "Femmes, nourrissons et enfants (WIC)",
        ],
    ),
];
