"""Words and patterns of this language, made by `make lexicon` from the data files beside it."""

SOURCE = "8fe4fe2585b3618ba3db2ffe9d23d7a328a2c3ee2898d6c26825ad2aabb89ae9"

BODIES_ENDINGS = (
    'Departments?', 'Agenc(?:y|ies)', 'Offices?', 'Authorit(?:y|ies)', 'Commissions?', 'Councils?',
    'Boards?', 'Districts?', 'Trusts?', 'Associations?', 'Universit(?:y|ies)', 'Colleges?',
    'Compan(?:y|ies)', 'Corporations?', 'Inc\\.?', 'LLC', 'Ltd', 'Committees?', 'Coalitions?',
    'Foundations?', 'Institutes?', 'Bureaus?', 'Divisions?', 'Ministr(?:y|ies)', 'Services?', 'Police',
    'Units?', 'Teams?', 'Librar(?:y|ies)', 'Schools?', 'Societ(?:y|ies)', 'Federations?', 'Unions?',
    'Partnerships?', 'Cent(?:er|re)s?', 'Chambers?(?: of Commerce)?', 'Courts?', 'Clerk', 'Attorneys?',
    'Managers?', 'Officers?', 'Directors?', 'Administrators?', 'Engineers?', 'Principals?',
    'Superintendents?', '(?:Head)?teachers?', 'Coach(?:es)?', 'Counsell?ors?', 'Coordinators?',
    'Specialists?', 'Librarians?', 'Nurses?', 'Consultants?', 'Liaisons?', 'Wardens?', 'Sheriff',
    'Mayor', 'Alliances?', 'Networks?', 'Groups?', 'Exchanges?', 'Banks?', 'Funds?', 'Directorates?',
    'Secretariats?', 'Municipalit(?:y|ies)', 'Cit(?:y|ies)', 'Count(?:y|ies)', 'Governments?',
    'Task Forces?', 'Programs?', 'Programmes?', 'States', 'Utilit(?:y|ies)', 'Laborator(?:y|ies)',
    'Hospitals?', 'Providers?', 'Partners?', 'Organi[sz]ations?', 'Registr(?:y|ar)', 'Stakeholders?',
    'Residents', 'Businesses', 'Owners?', 'Commissioners?', 'Works',
)

BODIES_BEFORE_OF = (
    'Department', 'Office', 'Ministry', 'Bureau', 'Division', 'Head', 'Director', 'Secretary',
    'Minister', 'Board', 'Chamber', 'University', 'City', 'County', 'Town', 'Port', 'Village',
    'Borough', 'Agency', 'Institute', 'Commission', 'Council', 'Association', 'Federation', 'Chief',
    'Clerk', 'School', 'College', 'Friends', 'League',
)

BODIES_PERSONS = (
    'Head', 'Director', 'Chief', 'Manager', 'Officer', 'Minister', 'Secretary',
)

BODIES_SINGLE_PERSONS = (
    'Principal', 'Superintendent', 'Headteacher', 'Mayor', 'Sheriff', 'Clerk', 'Registrar', 'Treasurer',
    'Assessor', 'Librarian', 'Provost', 'Chancellor',
)

BODIES_TITLES_OF_BODIES = (
    '(?:(?:Additional|Deputy|Joint|Assistant|Associate|Principal|Executive|Mission|State|Chief|Under|Special) )*(?:Directors?(?: General)?|Secretary|Commissioner|Dean|Engineer|Head|Registrar)',
    '(?:Senior )?(?:Associate )?Vice (?:Provost|President|Chancellor)', 'Project Director',
)

BODIES_WEAK_ENDINGS = (
    'Services?', 'Works', 'Programs?', 'Programmes?', 'Businesses', 'Residents',
)

BODIES_BEFORE_LIST = (
    'Department', 'Ministry', 'Office', 'Bureau', 'Division', 'Committee', 'Commission', 'Minister',
    'Directorate',
)

BODIES_OURS = (
    'we', 'city', 'town', 'county', 'council', 'state', 'board', 'government', 'plan', 'commission',
    'district', 'port', 'authority', 'community', 'targets?', 'goals?', 'aims?', 'commit\\w*',
    'pledge\\w*', 'promised', 'shall', 'vision', 'strategy', 'region', 'borough', 'province', 'country',
    'nation',
)

BODIES_NOBODY = (
    'n/?a', 'none', 'nil', 'tbd', 'tbc', 'to be (?:determined|confirmed|decided)', 'not applicable',
    'unknown', '-+', '–', '—', 'all', 'other', 'others', 'various', 'etc\\.?', 'ongoing', 'yes', 'no',
    'same', 'same as above', 'not yet (?:assigned|known)',
)

BODIES_ABBREVIATIONS = (
    'Dept', 'Depts', 'Inc', 'Co', 'Corp', 'Ltd', 'Assn', 'Assoc', 'Div', 'Comm', 'Govt', 'Univ',
)

BODIES_OF_FRONT = (
    "^(?:(?:[A-Z][\\w’'&.-]*|of|the|and|for),? ){0,9}(?:Department|Board|Council|District|Commission|Agency|Authority|Office|Ministry|Division|Trust|Association|University|Library|Secretariat|Directorate|Taskforce|Task Force|Cabinet|Bureau)(?:$|,? (?:of|for)\\b.*$)",
    '^Government of .*$',
    '^(?:Ministry|Department|Office|Port|Board|Bureau|Secretariat) (?:of|for) .*$',
)

BODIES_TRADES = (
    'finance', 'legal', 'fire', 'police', 'planning', 'engineering', 'parks', 'housing',
    'transportation', 'transport', 'communications', 'procurement', 'health', 'education',
    'environment', 'utilities', 'library', 'libraries', 'assessor', 'treasury', 'forestry', 'it', 'hr',
    'facilities', 'fleet', 'law', 'public',
)

BODIES_USUAL = (
    'parks and recreation', 'planning and zoning', 'planning and development',
    'planning and urban design', 'community and economic development', 'equity and inclusion',
    'health and human services', 'building and safety', 'arts and culture', 'water and sewer',
    'water and power', 'recreation and culture', 'housing and community development',
    'finance and management', 'finance and management services', 'finance and administration',
    'energy and environment', 'streets and sanitation', 'planning and building', 'parks and open space',
    'parks and open spaces', 'communications and public engagement',
    'communication and public engagement', 'community and public engagement',
    'all departments and divisions', 'fire and rescue', 'engineering and public works',
    'diversity, equity and inclusion', 'waste and recycling', 'technology and innovation',
    'fire and emergency services', 'legal and democratic services', 'housing and neighborhoods',
    'culture and leisure', 'finance and procurement', 'parks and forestry', 'building and planning',
    'roads and bridges', 'police and crime commissioner', 'research and development',
    'environment and sustainability', 'environment and climate change', 'transportation and mobility',
    'planning and sustainability', 'parks, recreation and libraries', 'fish and wildlife',
    'people and culture',
)

BUILD_VERBS_VERBS = (
    'thin', 'fix', 'fence', 'clear', 'dredge', 'rehabilitation of', 'planting of', 'start on site with',
    'install', 'plant', 'train', 'build', 'construct', 'deploy', 'create', 'establish', 'open', 'hire',
    'recruit', 'enrol+', 'electrify', 'retrofit', 'complete', 'deliver', 'provide', 'replace',
    'restore', 'lend', 'convert', 'permit', 'support', 'fund', 'co-fund', 'purchase', 'acquire', 'add',
    'adopt', 'launch', 'introduce', 'upgrade', 'redesign', 'equip', 'distribute', 'issue', 'publish',
    'award', 'award grants for', 'set up', 'place', 'reach', 'serve', 'house', 'preserve', 'protect',
    'conserve', 'produce', 'generate', 'procure', 'supply', 'connect', 'move', 'host', 'hold',
    'conduct', 'offer', 'inspect', 'repair', 'rehabilitate', 'map', 'plan', 'weatheri[sz]e', 'divert',
    'treat', 'engage', 'educate', 'certify', 'vaccinate', 'screen', 'assist', 'achieve', 'maintain',
    'secure', 'raise', 'attract', 'employ', 'develop', 'implement', 'pilot', 'remove', 'eliminate',
    'prevent', 'bring', 'sign', 'work with', 'roll out', 'conversion of', 'mechanised',
    'procurement of', 'training of', 'installation of', 'construction of', 'describe', 'digiti[sz]e',
    'translate', 'pay', 'elevate', 'extend', 'expand to', 'expand', 'run a pilot with', 'achieving',
    'reaching', 'installing', 'planting', 'building', 'training', 'creating', 'housing', 'providing',
    'serving', 'ensure', 'require',
)

COLUMNS_TASK = (
    'action', 'activity', 'task', 'measure', 'initiative', 'recommendation', 'intervention', 'project',
    'commitment', 'policy', 'programme', 'program', 'deliverable', 'milestone', 'step', 'strategy',
    'objective', 'tactic', 'what',
)

COLUMNS_ABOVE = (
    'goal', 'objective', 'strategy', 'theme', 'priority', 'sector', 'category', 'pillar', 'area',
    'focus', 'outcome', 'aim', 'chapter', 'topic', 'hazard', 'hazards', 'domain', 'section',
)

COLUMNS_BESIDE = (
    'mitigation', 'adaptation', 'proposed', 'key', 'recommended', 'priority', 'the', 'point', 'item',
    'title', 'name', 'specific', 'planned', 'strategic', 'implementation', 'to', 'be', 'taken', 'of',
    'and', 'or', 'for', 'description', 'policy', 'is', 'statement', 'area', 'focus', 'will', 'we', 'do',
)

COMPARATORS_AT_LEAST = (
    'at least', 'no fewer than', 'not fewer than', 'no less than', 'not less than', 'a minimum of',
    'minimum of',
)

COMPARATORS_AT_MOST = (
    'no more than', 'not more than', 'at most', 'a maximum of', 'up to', 'not exceed(?:ing)?',
)

COMPARATORS_AT_MOST_IN_TIME = (
    'within',
)

COMPARATORS_MORE = (
    'more than', 'over', 'above', 'exceed(?:s|ing)?', 'greater than',
)

COMPARATORS_LESS = (
    'less than', 'fewer than', 'below', 'under',
)

COMPARATORS_ABOUT = (
    'about', 'approximately', 'around', 'some', 'roughly',
)

COMPARATORS_BY_SO_MUCH = (
    'at least', 'a minimum of', 'up to', 'about', 'approximately', 'around', 'over', 'more than',
    'an? (?:additional|further)',
)

COMPARATORS_TO = (
    'at least', 'about', 'below', 'under', 'less than', 'no more than', 'approximately', 'the level of',
)

COMPARATORS_BY = (
    'at least', 'about', 'up to', 'over', 'more than', 'approximately', 'an? (?:additional|further)',
)

COMPARATORS_BASELINE = (
    'below', 'from', 'relative to', 'compared (?:to|with)', 'against', 'over', 'above', 'versus',
    'vs\\.?', 'with reference to', 'on', 'since',
)

COMPARATORS_HOPED = (
    'aims?', 'seeks?', 'aspires?', 'strives?', 'hopes?', 'intends?', 'up to', 'about', 'approximately',
    'around',
)

DATES_WORDS_MONTHS = (
    'jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'jun(?:e)?', 'jul(?:y)?',
    'aug(?:ust)?', 'sep(?:tember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?', 'sept',
)

DATES_WORDS_QUARTERS = (
    'first', 'second', 'third', 'fourth', 'last', '1st', '2nd', '3rd', '4th',
)

DATES_WORDS_EDGES = (
    'end', 'close', 'late', 'mid(?:dle)?', 'early', 'beginning', 'start', 'spring', 'summer', 'autumn',
    'fall', 'winter', 'year[- ]end',
)

DATES_WORDS_BY = (
    '(?P<strict>(?<!on or )before|prior to|ahead of)', 'by', 'on or before', 'no later than',
    'not later than', 'at the latest', 'until', 'till', 'through', 'up to', 'ongoing to',
    'due(?: by| on| in)?', 'deadline(?: of| is|:)?', 'target(?: date| year)?(?: of|:)',
)

DATES_WORDS_BEFORE_DAY = (
    'the', 'about', 'around', 'approximately', 'calendar', 'year', 'end', 'close', 'of', 'summer',
)

DATES_WORDS_STARTS = (
    'from', 'since', 'starts?', 'starting', 'started', 'begin(?:s|ning)?', 'began',
    'commenc(?:e|es|ed|ing)', 'launch(?:ed)?', 'after', 'as of', 'effective', 'established', 'adopted',
    'onwards? from',
)

DATES_WORDS_EVENTS = (
    'levels?', 'baselines?', 'base year', 'inventory', 'census', 'average', 'report', 'plan\\b',
    'comprehensive', 'resolution', 'update', 'study', 'assessment', 'budget', 'survey', 'edition',
    'figures?', 'values?', 'rates?',
)

DATES_WORDS_PARTS = (
    '\\bQ(?:uarter|tr)?\\.?\\s?[1-4]', '\\b[1-4]Q', 'quarter', '\\bH[12]\\b', '\\bhalf\\b', 'spring',
    'summer', 'autumn', '\\bfall\\b', 'winter',
)

DATES_WORDS_ADOPTIONS = (
    'of', 'from', 'after', 'following',
)

EXPLAINED_RULES = {
    'title': 'english.titled', 'text': 'english.titled', 'section': 'english.above',
    'goal': 'english.read_english_goals', 'issuer': 'english.issuer_on', 'issued': 'english.issued',
    'region': 'english.region_on', 'departments': 'english.labels_in',
    'deadlines': 'english.english_deadlines', 'indicators': 'english.read_figures',
    'row': 'english.take', 'column': 'english.english_head', 'plan_title': 'english.title_of',
    'sentence': 'english.said',
}

HEADINGS_ITEM_WORDS = (
    'Actions?(?:\\s+(?:Items?|Steps?|Points?))?', 'Activity', 'Measure', 'Initiative', 'Recommendation',
    'Task', 'Project', 'Policy', 'Strategy', 'Step', 'Tactic', 'Sub-?strategy', 'Sub-?action',
    'Commitment', 'Intervention', 'Deliverable', 'Proposal', 'Countermeasure', 'Programme', 'Program',
    'Item', 'Milestone', 'Pledge',
)

HEADINGS_SECTION_WORDS = (
    'Goal', 'Objective', 'Focus Area', 'Priority Area', 'Priority', 'Sector', 'Chapter', 'Section',
    'Theme', 'Pillar', 'Part', 'Element', 'Area', 'Category', 'Target Area', 'Big Move', 'Outcome',
    'Aim', 'Ambition', 'Mission', 'Domain', 'Dimension', 'Component', 'Workstream', 'Direction',
    'Strand', 'Appendix', 'Annex', 'Phase', 'Volume', 'Track', 'Key Area', 'Action Area', 'Challenge',
    'Flagship(?: Initiative)?', 'Cluster', 'Building Block', 'Key Result Area', 'Thrust(?: Area)?',
    'Work Package', 'Platform', 'Principle', 'Target', 'Lever', 'Action Line', 'Policy Area', 'Topic',
    'Subject',
)

HEADINGS_NAMED = (
    'Goal', 'Objective', 'Theme', 'Strategy', 'Priority(?: Area)?', 'Pillar', 'Outcome', 'Focus Area',
    'Sector', 'Strategic (?:Goal|Objective)',
)

HEADINGS_UNITS_NOT_TITLES = (
    '[MGk]W', '[MG]T', 'MMT', 'Million', 'Billion', 'Percent', 'Per cent', 'Acres', 'Miles', 'Tons?',
    'Tonnes', 'Gallons', 'Degrees', 'Feet', 'Years', 'Months', 'Days', 'CFR', 'USC', 'U\\.S\\.C',
    'Edition',
)

HEADINGS_COUNTED = (
    'Actions?(?: Items?)?', 'Activit\\w+', 'Measures?', 'Initiatives?', 'Recommendations?', 'Tasks?',
    'Projects?', 'Commitments?', 'Goals?', 'Objectives?', 'Strateg\\w+', 'Priorit\\w+', 'Themes?',
    'Chapters?', 'Parts?', 'Sections?', 'Outcomes?', 'Steps?', 'Phases?', 'Years?', 'Tables?',
    'Figures?', 'Pillars?', 'Areas?', 'Appendi\\w+', 'Annex\\w*', 'Policy', 'Polic\\w+', 'Milestones?',
    'Volumes?',
)

HEADINGS_SMALL_WORDS = (
    'a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'into', 'of', 'on', 'or', 'that', 'the',
    'their', 'to', 'with', 'its', 'all', 'is', 'are', 'be', 'will', 'through', 'between', 'within',
    'City’s', "City's", '&',
)

HEADINGS_IN_LOWER_CASE = (
    'a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'into', 'of', 'on', 'or', 'the', 'to',
    'with', 'vs', 'via', 'per', 'its', 'all', '&',
)

HEADINGS_OF_FORMS = (
    'actions', 'activities', 'tasks', 'measures', 'recommendations', 'initiatives', 'projects',
    'commitments',
)

LABELS_BODY = (
    'agency', 'agencies', 'department', 'departments', 'dept', 'depts', 'implementer', 'implementers',
    'entity', 'entities', 'organisation', 'organisations', 'organization', 'organizations', 'org',
    'orgs', 'party', 'parties', 'partner', 'partners', 'office', 'offices', 'officer', 'officers',
    'official', 'officials', 'staff', 'team', 'teams', 'bureau', 'bureaus', 'division', 'divisions',
    'unit', 'units', 'group', 'groups', 'stakeholder', 'stakeholders', 'role', 'roles', 'person',
    'persons', 'people', 'actor', 'actors', 'body', 'bodies', 'authority', 'authorities',
    'collaborator', 'collaborators', 'ministry', 'ministries', 'directorate', 'directorates', 'service',
    'services', 'institution', 'institutions', 'manager', 'managers', 'member', 'members',
    'jurisdiction', 'jurisdictions', 'sector', 'sectors', 'committee', 'board', 'council',
    'contributor', 'contributors', 'director', 'directors', 'company', 'companies', 'leadership',
    'leader', 'leaders', 'contact', 'contacts', 'owner', 'owners',
)

LABELS_PLACE = (
    'city', 'county', 'town', 'state', 'local', 'federal', 'national', 'municipal', 'regional',
    'tribal', 'community', 'government', 'governmental', 'public', 'private', 'project', 'action',
    'actions', 'implementation', 'implementing', 'internal', 'external', 'key', 'other', 'potential',
    'possible', 'additional', 'proposed', 'suggested', 'involved', 'main', 'overall', 'delivery',
    'designated', 'relevant', 'and', 'or', 'the', 'of', 'for', 'in', 'by', 'with', 'is', 'a', 'to',
    'who', 'task', 'activity', 'strategy', 'measure', 'program', 'programme', 'plan', 'commitment',
    'recommendation', 'nodal', 'civil', 'society', 'csos', 'ngos', 'non-governmental', 'multilaterals',
    'working', 'level', 'line', 'else', 'jointly', 'organizational', 'organisational', 'co',
    'responsible',
)

LABELS_LEAD = (
    'lead', 'leads', 'leading', 'led', 'primary', 'principal', 'champion', 'champions', 'owner',
    'owners', 'nodal', 'coordinating', 'coordinator', 'sponsor',
)

LABELS_LAST_LEADS = (
    'lead', 'leads', 'owner', 'owners', 'sponsor', 'sponsors', 'champion', 'champions',
)

LABELS_LEAD_PART = (
    'co-lead', 'co-leads', 'colead', 'co-owner', 'head', 'convenor', 'convener', 'facilitator',
)

LABELS_SUPPORT = (
    'support', 'supports', 'supporting', 'supported', 'partner', 'partners', 'partnering',
    'partnership', 'partnerships', 'collaborating', 'collaborator', 'collaborators', 'collaboration',
    'collaborates', 'assisting', 'assisted', 'secondary', 'contributing', 'contributor', 'contributors',
    'participating', 'participants', 'involved', 'stakeholder', 'stakeholders', 'consulted',
    'consultees', 'consult', 'cooperating', 'cooperation', 'coordination', 'csos', 'multilaterals',
    'actors', 'supporters', 'co-implementers', 'allies', 'others',
)

LABELS_RESPONSIBLE = (
    'responsible', 'responsibility', 'responsibilities', 'implementing', 'implementer', 'implementers',
    'implementation', 'implemented', 'accountable', 'accountability', 'executing', 'assigned',
    'delivered', 'who', 'agency', 'agencies', 'department', 'departments', 'dept', 'actor', 'ministry',
    'office',
)

LABELS_TIME_CORE = (
    'date', 'dates', 'done', 'period', 'timeline', 'timelines', 'timeframe', 'timeframes', 'timescale',
    'timescales', 'timing', 'timetable', 'deadline', 'deadlines', 'due', 'schedule', 'completion',
    'when', 'by', 'end', 'year', 'years', 'finish', 'delivery', 'completed', 'complete', 'horizon',
)

LABELS_TIME = (
    'time', 'frame', 'line', 'scale', 'target', 'targeted', 'estimated', 'expected', 'anticipated',
    'projected', 'proposed', 'planned', 'implementation', 'start', 'and', 'or', 'of', 'for', 'to',
    'period', 'the', 'action', 'project', 'commitment', 'task', 'calendar', 'approximate', 'initial',
    'final', 'milestone', 'completing', 'program', 'programme', 'activity', 'strategy', 'in',
    'delivered', 'is', 'be', 'will', 'term', 'scheduled', 'commencement', 'month', 'quarter',
)

LABELS_START = (
    'start', 'started', 'starting', 'begin', 'beginning', 'commencement', 'launch', 'commenced',
)

LABELS_TEXT_CORE = (
    'actions', 'description', 'overview', 'summary', 'details', 'detail', 'narrative', 'steps', 'step',
    'activities', 'tasks', 'about', 'explanation', 'sub-actions', 'subactions', 'deliverables',
    'deliverable', 'work', 'approach',
)

LABELS_TEXT = (
    'action', 'actions', 'commitment', 'of', 'the', 'project', 'brief', 'key', 'activity', 'necessary',
    'for', 'delivery', 'implementation', 'task', 'measure', 'strategy', 'full', 'specific', 'next',
    'and', 'proposed', 'program', 'programme', 'recommended',
)

LABELS_MEASURE_CORE = (
    'metric', 'metrics', 'measure', 'measures', 'indicator', 'indicators', 'target', 'targets', 'kpi',
    'kpis', 'outcome', 'outcomes', 'outputs', 'output', 'success', 'result', 'results', 'milestones',
    'milestone',
)

LABELS_MEASURE = (
    'performance', 'key', 'of', 'the', 'and', 'expected', 'for', 'progress', 'quantitative', 'output',
    'desired', 'intended', 'evaluation', 'tracking', 'numeric', 'anticipated', 'process', 'action',
)

LABELS_OTHER_CORE = (
    'cost', 'costs', 'funding', 'budget', 'status', 'priority', 'hazard', 'hazards', 'benefit',
    'benefits', 'co-benefits', 'co-benefit', 'issue', 'issues', 'resource', 'resources', 'equity',
    'ghg', 'greenhouse', 'impact', 'impacts', 'feasibility', 'rationale', 'location', 'locations',
    'notes', 'note', 'comments', 'comment', 'background', 'reference', 'references', 'scope', 'phase',
    'challenges', 'barriers', 'tools', 'evaluation', 'monitoring', 'accomplishments', 'source',
    'sources', 'risk', 'risks', 'gap', 'gaps', 'constraints', 'dependencies', 'assumptions', 'staffing',
    'type', 'category', 'progress', 'contact', 'information', 'email', 'phone', 'difficulty', 'effort',
    'savings', 'emissions', 'emission', 'considerations', 'alignment', 'objective', 'goal', 'sector',
    'applicability', 'population', 'capacity', 'rank', 'ranking', 'score', 'relevance', 'context',
    'problem', 'examples', 'example', 'strategy', 'theme', 'pillar', 'reduction', 'reductions',
    'mechanism', 'linkages', 'link', 'links', 'idea', 'level', 'need', 'needs', 'update', 'updates',
)

LABELS_OTHER = (
    'estimated', 'potential', 'possible', 'and', 'of', 'the', 'for', 'to', 'required', 'needed',
    'addressed', 'mitigated', 'level', 'relative', 'high', 'low', 'city', 'county', 'state',
    'available', 'existing', 'total', 'annual', 'project', 'action', 'implementation', 'planning',
    'related', 'local', 'current', 'expected', 'community', 'key', 'co', 'goals', 'objectives', 'plan',
    'plans', 'is', 'range', 'order', 'magnitude', 'specific', 'activity', 'primary', 'secondary',
    'funded', 'fiscal', 'operational', 'operating', 'capital', 'time', 'proposed', 'previous', 'other',
    'resourcing', 'financial', 'method', "community's", 'this', 'person',
)

LABELS_TITLE = (
    'what', 'action', 'activity', 'measure', 'initiative', 'recommendation', 'task', 'project', 'title',
    'name', 'commitment', 'intervention', 'item',
)

LABELS_TITLE_REST = (
    'we', 'will', 'do', 'need', 'to', 'of', 'the', 'point', 'points', 'proposed', 'mitigation',
    'adaptation', 'priority', 'key', 'recommended', 'strategic', 'what', 'actions', 'policy',
)

LABELS_NUMBER = (
    'no', '#', 'number', 'id', 'ref', 'reference', 'code', 'sl', 's', 'nr', 'num', 'item', 'sr', 'sno',
)

LABELS_NUMBER_REST = (
    'of', 'the',
)

NUMBERS_WORDS_SCALES = (
    'thousand', 'million', 'billion', 'lakh', 'crore', 'hundred',
)

NUMBERS_WORDS_FROM_TWO = (
    'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
    'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
)

PLACES_KINDS = (
    'City and County', 'City', 'Town', 'County', 'State', 'Village', 'Borough', 'Township',
    'Municipality', 'Province', 'District', 'Port', 'Republic', 'Commonwealth', 'Kingdom', 'Parish',
    'Region', 'Island', 'Shire', 'Territory', 'Government',
)

PLACES_NO_NAMES = (
    'Sustainab', 'Climate', 'Action', 'Energy', 'Resilien', 'Wildfire', 'Strateg', 'Compreh', 'Plan\\b',
    'Municipal', 'Community', 'Green', 'Vision', 'Safety', 'Digital', 'Adapt', 'Mitig', 'Housing',
    'Department', 'Office', 'Open\\b', 'Racial', 'Equity', 'Heat', 'Zero', 'Water', 'Air\\b', 'Tree',
    'Urban', 'Local', 'Health', 'Econom', 'Smart', 'Bi(?:ke|cycle)', 'Pedestrian', 'Active', 'Parks',
    'Emergency', 'Hazard', 'General', 'Integrated', 'Cultur', 'Arts', 'Broadband', 'Waste', 'Solid',
    'Storm', 'Flood', 'Drought', 'Food', 'Youth', 'Homeless', 'Transit', 'Transport', 'Mobility',
    'Carbon', 'Net\\b', 'Biodivers', 'Nature', 'Environment', 'Data\\b', 'Technolog', 'Innovation',
    'Corporate', 'Reconcil', 'Accessib', 'Divers', 'Gender', 'Poverty', 'Road', 'Multi', 'Natural',
    'Annual', 'Five', 'Ten', 'Final', 'Draft', 'Aging', 'Complete', 'Older', 'Public', 'Recreation',
    'Renewable', 'Rural', 'Safe', 'School', 'Sidewalk', 'Tourism', 'Traffic', 'Trail', 'Workforce',
    'Zoning', 'Well', 'Violence', 'Coastal', 'Forest', 'Infrastructure', 'Master', 'Capital',
    'Downtown', 'Opioid', 'Overdose', 'Internet', 'Library', 'Language', 'Fire\\b', 'Invest', 'Facilit',
)

PLACES_COUNCILS = (
    'City', 'Borough', 'District', 'County', 'Town', 'Shire', 'Metropolitan', 'Unitary',
)

ROLES_WORKS = (
    'this', 'the', 'its', 'these',
)

ROLES_OFFICES = (
    'office', 'department', 'agency', 'body', 'unit', 'organi[sz]ation', 'entity', 'authority',
    'division', 'team', 'party', 'partner',
)

ROLES_HELPING = (
    '(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by',
    '(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)',
    '(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with',
    'together\\s+with', 'alongside', 'jointly\\s+with', 'working\\s+with', 'partnering\\s+with',
)

ROLES_LED_BY = (
    '[Ll]ed', '[Cc]o-led', '[Hh]eaded', '[Ss]pearheaded', '[Cc]oordinated', '[Ii]mplemented',
    '[Dd]elivered', '[Cc]arried out', '[Uu]ndertaken',
)

ROLES_MAY_LEAD = (
    'led', 'leads?', 'headed', 'heads', 'spearheaded', 'coordinated', 'implemented', 'delivered',
    'carried', 'undertaken', 'responsible', 'accountable', 'support', 'help', 'assistance',
)

ROLES_HELPED = (
    '(?:(?:working|together|jointly|in (?:partnership|collaboration|conjunction|consultation|cooperation)) )?with',
    '(?:supported|assisted|advised) by', 'alongside',
)

SECTIONS_GOALS = (
    'goals?', 'targets?', 'objectives', 'overall objective', 'vision', 'ambitions?', 'commitments?',
    'measures of success', 'measures', 'measuring progress', 'outcomes',
)

STOPWORDS_NO_TIME = (
    'n/?a', '(?:completed?|done|in progress|under ?way|not (?:yet )?started)', 'none', 'tbd', 'tbc',
    'to be (?:determined|confirmed)', 'not applicable', 'unknown',
    '(?:on-?going|continu(?:ous(?:ly)?|al(?:ly)?|ing)|permanent|immediate(?:ly)?|at once|as (?:needed|required)|as and when)(?: (?:basis|programme|program|activity))?',
    '(?:annual|year|quarter|month|week|fortnight|dai|hour|regular|bi-?annual)ly|annual|regular|year-?round|all year|twice (?:a|per) year|business as usual|bau',
    'as per .{2,24}',
    '(?:every|each) (?:year|quarter|month|week|day|term|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?:,? (?:and )?(?:january|february|march|april|may|june|july|august|september|october|november|december))*',
    '(?:in |by )?(?:(?:the )?(?:end of )?\\w+ )?(?:each|every) year',
)

STOPWORDS_CONNECTING = (
    'and', 'or', 'of', 'the', 'for', 'with', 'by', 'to', 'in', 'on',
)

STOPWORDS_WHICH = (
    'of', 'than', 'with', 'serving', 'larger', 'bigger', 'smaller', 'older', 'having', 'housing',
    'containing', 'that', 'who', 'those', 'earning', 'losses',
)

STOPWORDS_NOT_BETWEEN = (
    'of\\b', 'that\\b', 'which\\b', 'who\\b', 'below\\b', 'than\\b', 'from\\b', 'since\\b', 'after\\b',
    'per\\b',
)

STOPWORDS_THAT = (
    'that', 'ensure', 'ensuring', 'achieve', 'achieving', 'reach', 'so that', 'goal of', 'target of',
    'targets?:?', 'for', 'meet', 'least', 'to', 'where', 'is', 'of',
)

STOPWORDS_NUMBERED = (
    'level', 'wave', 'phase', 'section', 'chapter', 'title', 'tier', 'goal', 'action', 'table',
    'figure', 'no\\.', 'part', 'type', 'class', 'scope', 'category', 'priority', 'version', 'step',
    'grade', 'route', 'highway', 'regulation', 'ISO', 'act', 'measure', 'ward', 'zone', 'stage',
    'appendix', 'objective', 'strategy', 'volume', 'page', 'age', 'aged', 'term', 'band', 'web', 'WCAG',
    'article', 'policy', 'option', 'SB', 'HB', 'AB', 'PM', 'H\\.?R\\.?', 'Order', 'Resolution',
    'Ordinance', 'Directive', 'one in',
)

STOPWORDS_ARTICLES = (
    'the', 'a', 'an', 'our', 'its', 'all', 'their', 'overall', 'city’s', "city's",
)

STOPWORDS_MODALS = (
    'will', 'shall', 'must', 'should', 'to', 'is', 'are', 'has', 'have', 'may',
)

STOPWORDS_GUESSES = (
    'project(?:s|ed|ions?)?', 'expected', 'could', 'would', 'may', 'might', 'needs?', 'needed',
    'suggested', 'forecast', 'estimated?', 'models?', 'required to', 'asked', 'predicted', 'if no',
    'business as usual', 'already', 'previous', 'commenters?', 'anticipated', 'baseline year',
)

STOPWORDS_BEFORE_BODY = (
    'and', 'with', 'including', 'incl\\.', 'e\\.g\\.,?', 'also', 'other partners such as',
)

STOPWORDS_NO_NOUNS = (
    'by', 'in', 'at', 'to', 'for', 'with', 'on', 'from', 'that', 'which', 'who', 'where', 'and', 'or',
    'of', 'per', 'as', 'through', 'using', 'within', 'during', 'between', 'across', 'are', 'is', 'be',
    'will', 'shall', 'have', 'has', 'before', 'near', 'under', 'into', 'over', 'around', 'along',
    'each', 'every', 'annually', 'when', 'whose', 'so', 'than', 'if', 'because', 'including', 'funded',
    'prioriti[sz]ing', 'until', 'up', 'below', 'above', 'out', 'down', 'off', 'back', 'covering',
)

STOPWORDS_NO_NAMES = (
    'We', 'It', 'This', 'These', 'They', 'He', 'She', 'That', 'There', 'You', 'All', 'Each', 'Our',
    'Their',
)

STOPWORDS_ABBREVIATIONS = (
    'No', 'St', 'Mt', 'Dr', 'Dept', 'Inc', 'Co', 'Corp', 'U\\.S', '[A-Z]',
)

STOPWORDS_ACTS = (
    'adopted', 'approved', 'endorsed', 'ratified', 'passed', 'issued', 'published', 'released',
    'effective', 'enacted', 'submitted', 'revised', 'amended', 'updated', 'final', 'launched', 'dated',
)

STOPWORDS_GENERIC = (
    'Table', 'Implementation', 'Worksheet', 'Report', 'Version', 'Volume', 'Section', 'Draft', 'Final',
    'Update', 'Initiatives', 'Summary', 'Matrix', 'Actions?',
)

STOPWORDS_LITTLE = (
    'and', 'of', 'the', 'for', 'in', 'on', 'to', 'with', 'or', 'de', 'la', '&', 'a', 'an', 'at', 'by',
    'du',
)

UNITS_MONEY = (
    'US\\$', 'C\\$', 'A\\$', 'NZ\\$', '\\$', '£', '€', 'Rs\\.?\\s?', '₹',
)

UNITS_MEASURES = (
    '%', 'per ?cent\\b', 'percent(?:age points?)?\\b', '°[CF]',
    '(?:[kMG]Wp?h?|MMBtu|GJ|TJ|PJ|k[mgW]|mph|km/h|µg/m3|dB|ha|mm|cm|sq\\.? ?(?:ft|m|km)|square (?:feet|foot|met(?:er|re)s|miles|kilomet(?:er|re)s)|miles?|kilomet(?:er|re)s|met(?:er|re)s|feet|acres?|hectares?|(?:metric )?tons?|tonnes?|MTCO2e?|tCO2e?|gigajoules|megawatts?(?:[ -]hours)?|kilowatts?(?:[ -]hours)?|gallons|lit(?:er|re)s|minutes|hours|days|weeks|months|years|pounds|kilograms|dollars|points?)',
)

UNITS_RATES = (
    'day', 'week', 'month', 'year', 'hour', 'household', 'capita', 'person', 'population', 'residents',
    'inhabitants', 'people', 'km', 'mile', 'vehicle',
)

UNITS_RATE_NOUNS = (
    'population', 'people', 'residents', 'inhabitants', 'capita', 'persons', 'births', 'live births',
    'vehicles',
)

VERBS_DONE = (
    'was', 'were', 'has', 'have', 'had', 'met', 'began', 'adopted', 'approved', 'launched', 'completed',
    'published', 'held', 'took', 'rose', 'fell', 'grew', 'made',
)

VERBS_DOWN = (
    'reduc\\w+', 'cut(?:s|ting)?', 'decreas\\w+', 'lower(?:s|ing|ed)?', 'declin\\w+', 'fall(?:s|en)?',
    'drop\\w*', 'shrink\\w*', 'minimi[sz]\\w+', 'halv\\w+', 'diminish\\w*',
)

VERBS_UP = (
    'increas\\w+', 'rais\\w+', 'ris(?:e|es|ing)', 'grow\\w*', 'improv\\w+', 'boost\\w*', 'expand\\w*',
    'doubl\\w+', 'tripl\\w+', 'enhanc\\w+', 'lift\\w*',
)

VERBS_OF_GOALS = (
    'reduc\\w+', 'cut(?:ting)?', 'decreas\\w+', 'lower\\w*', 'increas\\w+', 'rais\\w+', 'rise',
    'grow\\w*', 'expand\\w*', 'reach\\w*', 'achiev\\w+', 'becom\\w+', 'eliminat\\w+', 'ensur\\w+',
    'end(?:ing)?', 'zero', 'neutral\\w*', 'net[- ]zero', 'halv\\w+', 'doubl\\w+', 'fall',
    'phas\\w+ out', 'electrify', 'plant\\w*', 'build\\w*', 'divert\\w*', 'meet\\w*', 'generat\\w+',
    'protect\\w*', 'restor\\w+', 'attain\\w*',
)

VERBS_OF_SECOND_GOAL = (
    'reach', 'achieve', 'become', 'reduce', 'increase', 'eliminate', 'cut', 'end', 'raise', 'lower',
    'double', 'halve', 'phase out',
)

VERBS_OF_TASKS = (
    'Adopt', 'Advance', 'Advocate', 'Amend', 'Apply', 'Assess', 'Build', 'Clear', 'Collaborate',
    'Complete', 'Conduct', 'Continue', 'Convene', 'Convert', 'Coordinate', 'Create', 'Decommission',
    'Deliver', 'Deploy', 'Develop', 'Digiti[sz]e', 'Distribute', 'Draft', 'Educate', 'Eliminate',
    'Encourage', 'Engage', 'Enhance', 'Ensure', 'Establish', 'Evaluate', 'Expand', 'Explore', 'Extend',
    'Identify', 'Implement', 'Improve', 'Increase', 'Incorporate', 'Inspect', 'Install', 'Integrate',
    'Introduce', 'Invest', 'Launch', 'Leverage', 'Lower', 'Maintain', 'Make', 'Minimi[sz]e', 'Monitor',
    'Offer', 'Organi[sz]e', 'Partner', 'Pilot', 'Plant', 'Prepare', 'Preserve', 'Prevent',
    'Prioriti[sz]e', 'Promote', 'Protect', 'Provide', 'Publish', 'Purchase', 'Pursue', 'Raise',
    'Reduce', 'Remove', 'Repair', 'Replace', 'Require', 'Restore', 'Retrofit', 'Revise', 'Seek',
    'Strengthen', 'Support', 'Track', 'Transition', 'Update', 'Upgrade', 'Use',
)

BODIES_TEXT_BODY = '(?i)\\b(?:Departments?|Agenc(?:y|ies)|Offices?|Authorit(?:y|ies)|Commissions?|Councils?|Boards?|Districts?|Trusts?|Associations?|Universit(?:y|ies)|Colleges?|Compan(?:y|ies)|Corporations?|Inc\\.?|LLC|Ltd|Committees?|Coalitions?|Foundations?|Institutes?|Bureaus?|Divisions?|Ministr(?:y|ies)|Services?|Police|Units?|Teams?|Librar(?:y|ies)|Schools?|Societ(?:y|ies)|Federations?|Unions?|Partnerships?|Cent(?:er|re)s?|Chambers?(?: of Commerce)?|Courts?|Clerk|Attorneys?|Managers?|Officers?|Directors?|Administrators?|Engineers?|Principals?|Superintendents?|(?:Head)?teachers?|Coach(?:es)?|Counsell?ors?|Coordinators?|Specialists?|Librarians?|Nurses?|Consultants?|Liaisons?|Wardens?|Sheriff|Mayor|Alliances?|Networks?|Groups?|Exchanges?|Banks?|Funds?|Directorates?|Secretariats?|Municipalit(?:y|ies)|Cit(?:y|ies)|Count(?:y|ies)|Governments?|Task Forces?|Programs?|Programmes?|States|Utilit(?:y|ies)|Laborator(?:y|ies)|Hospitals?|Providers?|Partners?|Organi[sz]ations?|Registr(?:y|ar)|Stakeholders?|Residents|Businesses|Owners?|Commissioners?|Works)$'

BODIES_TEXT_OF_BODY = "^(?:[Tt]he\\s+)?(?:[A-Z][\\w’'.-]+\\s+){0,3}(?:Department|Office|Ministry|Bureau|Division|Head|Director|Secretary|Minister|Board|Chamber|University|City|County|Town|Port|Village|Borough|Agency|Institute|Commission|Council|Association|Federation|Chief|Clerk|School|College|Friends|League)\\s+(?:of|for)\\b"

BODIES_TEXT_PERSON = '^(?:\\S+\\s+){0,2}(?:Head|Director|Chief|Manager|Officer|Minister|Secretary)\\s+(?:of|for)\\b'

BODIES_TEXT_WEAK_BODY = '\\b(?:Services?|Works|Programs?|Programmes?|Businesses|Residents)$'

BODIES_TEXT_LIST_OF = "^(?:.*\\s)?(?:Department|Ministry|Office|Bureau|Division|Committee|Commission|Minister|Directorate)\\s+(?:of|for)\\s+(?:the\\s+)?[A-Z][\\w&’' -]*$"

BODIES_TEXT_PLACED = '(?:University|Institute|College|School|Academy)\\b'

BODIES_TEXT_PLACE = '^(?:[Tt]he\\s+)?(?:City|County|Town|Village|Borough|State|Shire)\\s+of\\b|(?:Count|Cit)(?:y|ies)$'

BODIES_TEXT_TITLE_OF = '^(?:(?:(?:Additional|Deputy|Joint|Assistant|Associate|Principal|Executive|Mission|State|Chief|Under|Special) )*(?:Directors?(?: General)?|Secretary|Commissioner|Dean|Engineer|Head|Registrar)|(?:Senior )?(?:Associate )?Vice (?:Provost|President|Chancellor)|Project Director)$'

BROKEN_WORDS_BESIDE_HYPHEN = '(?<=[A-Za-z]) (?=-[A-Za-z])|(?<=[A-Za-z]-) (?=[a-z])(?!and\\b|or\\b|to\\b)'

COMPARING_ROLE_LABEL = '(?:Lead|Responsible|Partner|Supporting)(?:Agency|Agencies|Department|Departments|Party|Parties):'

DATES_MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?'

DATES_YEAR = '(?P<year>20\\d\\d)(?!\\d)'

DATES_DAY = '(?P<day>\\d{1,2})'

DATES_ORDINAL = '(?:st|nd|rd|th)?'

DATES_QUARTER = '(?:Q(?:uarter|tr)?\\.?\\s?(?P<quarter>[1-4])|(?P<second>[1-4])Q|(?P<word>first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)'

DATES_BARE_QUARTER = '(?:Q(?:uarter|tr)?\\.?\\s?([1-4])|([1-4])Q|(first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)'

DATES_HALF = '(?:H(?P<half>[12])|(?P<halfword>first|second|1st|2nd|latter)\\s+half)'

DATES_EDGE = '(?P<edge>end|close|late|mid(?:dle)?|early|beginning|start|spring|summer|autumn|fall|winter|year[- ]end)'

DATES_PART = '(?:end|close|start|beginning)\\s+of\\s+(?:the\\s+)?'

DATES_OF_OFFICE = '(?:fiscal|financial|school|academic|budget)'

DATES_DAY_FIRST = '(?<![\\d.])(?P<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?),?\\s+(?P<year>20\\d\\d)(?!\\d)'

DATES_MONTH_FIRST = '\\b(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?)\\s+(?P<day>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(?P<year>20\\d\\d)(?!\\d)'

DATES_ISO = '(?<!\\d)(?P<year>20\\d\\d)-(?P<month>\\d\\d)-(?P<day>\\d\\d)(?!\\d)'

DATES_NUMBERS = '(?<![\\d./-])(?P<one>\\d{1,2})(?P<mark>[./-])(?P<two>\\d{1,2})(?P=mark)(?P<year>20\\d\\d)(?!\\d)'

DATES_WHOLE_MONTH = '\\b(?:(?P<edge>end|close|late|mid(?:dle)?|early|beginning|start|spring|summer|autumn|fall|winter|year[- ]end)[\\s-]+(?:of\\s+)?)?(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?)(?:,|\\s+of)?[\\s-]+(?P<year>20\\d\\d)(?!\\d)'

DATES_MONTH_NUMBER = '(?<![\\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>20\\d\\d)(?!\\d)(?!/)'

DATES_SHORT_YEAR = "\\b(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?)[-’'](?P<year>\\d\\d)(?!\\d)"

DATES_TERM = '\\b(?:(?:end|close|start|beginning)\\s+of\\s+(?:the\\s+)?)?(?:(?:(?:autumn|spring|summer|fall|winter|michaelmas|lent|easter|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?)\\s+)?half[\\s-]?term|(?:autumn|spring|summer|fall|winter|michaelmas|hilary|lent|easter|trinity)\\s+(?:term|semester)|(?:term|semester|trimester)\\s+[1-6])(?:,|\\s+of)?\\s+20\\d\\d(?:\\s?[-–/]\\s?(?:20)?\\d\\d(?!\\d))?'

DATES_FISCAL = "\\b(?:(?:(?:the\\s+)?(?:end|close|start|beginning)\\s+of\\s+(?:the\\s+)?|(?:Q(?:uarter|tr)?\\.?\\s?([1-4])|([1-4])Q|(first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)\\s+(?:of\\s+)?(?:the\\s+)?)?)(?:FYs?|(?:fiscal|financial|school|academic|budget)\\s+years?)\\s?[’']?(?:20)?\\d\\d(?!\\d)(?:\\s?[-–/]\\s?(?:20)?\\d\\d(?!\\d))?|\\b(?:Q(?:uarter|tr)?\\.?\\s?([1-4])|([1-4])Q|(first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)\\s+(?:of\\s+)?20\\d\\d\\s?[/–-]\\s?\\d\\d(?!\\d)|\\b(?:(?:end|close|start|beginning)\\s+of\\s+(?:the\\s+)?)?20\\d\\d(?:\\s?[-–/]\\s?(?:20)?\\d\\d)?\\s+(?:fiscal|financial|school|academic|budget)\\s+year\\b"

DATES_QUARTER_OF_YEAR = '\\b(?:Q(?:uarter|tr)?\\.?\\s?(?P<quarter>[1-4])|(?P<second>[1-4])Q|(?P<word>first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)[\\s,/-]*(?:of\\s+)?(?:the\\s+)?(?:calendar\\s+year\\s+)?(?P<year>20\\d\\d)(?!\\d)'

DATES_YEAR_AND_QUARTER = '(?<!\\d)(?P<year>20\\d\\d)(?!\\d)[\\s,/-]*(?:Q(?:uarter|tr)?\\.?\\s?(?P<quarter>[1-4])|(?P<second>[1-4])Q|(?P<word>first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)'

DATES_HALF_OF_YEAR = '\\b(?:H(?P<half>[12])|(?P<halfword>first|second|1st|2nd|latter)\\s+half)[\\s,/-]*(?:of\\s+)?(?P<year>20\\d\\d)(?!\\d)'

DATES_YEAR_AND_HALF = '(?<!\\d)(?P<year>20\\d\\d)(?!\\d)[\\s,/-]*(?:H(?P<half>[12])|(?P<halfword>first|second|1st|2nd|latter)\\s+half)'

DATES_EDGE_OF_YEAR = '\\b(?P<edge>end|close|late|mid(?:dle)?|early|beginning|start|spring|summer|autumn|fall|winter|year[- ]end)[\\s,/-]*(?:of\\s+)?(?:the\\s+)?(?:(?:calendar\\s+)?year\\s+)?(?P<year>20\\d\\d)(?!\\d)(?!\\s?[/–-]\\s?\\d\\d(?!\\d))'

DATES_SPLIT_YEAR = '(?<![\\d/.])(?P<year>20\\d\\d)\\s?[/–-]\\s?(?P<other>\\d\\d)(?![\\d/.-])'

DATES_TWO_WHOLE_YEARS = '(?<![\\d/.])20\\d\\d\\s?/\\s?20\\d\\d(?!\\d)'

DATES_BARE_YEAR = '(?:(?<=20\\d\\d-)|(?<![\\d/.,$£€-]))(?P<year>20\\d\\d)(?![\\d%/]|,\\d|\\.\\d)'

DATES_JOINT = '(?i)\\s*(?:[-–—]|to|through|until|till)\\s*(?:the\\s+)?'

DATES_NUMERIC = '(?<![\\d./-])(\\d{1,2})[/-](\\d{1,2})[/-]20\\d\\d'

DATES_BETWEEN = '(?i)\\bbetween\\s+$'

DATES_AND = '\\s+and\\s+'

DEADLINES_BY = '(?i)\\b(?:(?P<strict>(?<!on or )before|prior to|ahead of)|by|on or before|no later than|not later than|at the latest|until|till|through|up to|ongoing to|due(?: by| on| in)?|deadline(?: of| is|:)?|target(?: date| year)?(?: of|:))\\s+(?:(?:the|about|around|approximately|calendar|year|end|close|of|summer)\\s+){0,4}$'

DEADLINES_THROUGH = '(?i)\\b(?:through|until|till)\\s'

DEADLINES_START = '(?i)\\b(?:from|since|starts?|starting|started|begin(?:s|ning)?|began|commenc(?:e|es|ed|ing)|launch(?:ed)?|after|as of|effective|established|adopted|onwards? from)\\b[^.;()\\d]{0,24}(?:\\d{1,2},?\\s+)?$'

DEADLINES_OPEN = '(?i)\\s*(?:\\+|[-–—,]?\\s*(?:ongoing|present|onwards?|continu\\w+|and (?:ongoing|beyond|onwards?))|[-–—]\\s*$)'

DEADLINES_GOAL = '(?i)\\s+(?:goals?|targets?|deadline)\\b'

DEADLINES_EVENT = "(?i)['’]?s?[\\s-]+(?:levels?|baselines?|base year|inventory|census|average|report|plan\\b|comprehensive|resolution|update|study|assessment|budget|survey|edition|figures?|values?|rates?)\\b"

DEADLINES_IN = '(?i)\\b(?:in|during)\\s+(?:the\\s+)?$'

DEADLINES_PART = '(?i)\\bQ(?:uarter|tr)?\\.?\\s?[1-4]|\\b[1-4]Q|quarter|\\bH[12]\\b|\\bhalf\\b|spring|summer|autumn|\\bfall\\b|winter'

DEADLINES_DONE = '\\b(?:was|were|has|have|had|met|began|adopted|approved|launched|completed|published|held|took|rose|fell|grew|made)\\b'

DEADLINES_NO_TIME = '(?i)n/?a|(?:completed?|done|in progress|under ?way|not (?:yet )?started)|none|tbd|tbc|to be (?:determined|confirmed)|not applicable|unknown|(?:on-?going|continu(?:ous(?:ly)?|al(?:ly)?|ing)|permanent|immediate(?:ly)?|at once|as (?:needed|required)|as and when)(?: (?:basis|programme|program|activity))?|(?:annual|year|quarter|month|week|fortnight|dai|hour|regular|bi-?annual)ly|annual|regular|year-?round|all year|twice (?:a|per) year|business as usual|bau|as per .{2,24}|(?:every|each) (?:year|quarter|month|week|day|term|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?:,? (?:and )?(?:january|february|march|april|may|june|july|august|september|october|november|december))*|(?:in |by )?(?:(?:the )?(?:end of )?\\w+ )?(?:each|every) year'

DEADLINES_SENTENCE = '[.;](?=\\s|$)|\\n'

FIELDS_CONNECTS = '(?i)(?:[,;&/(–-]|\\b(?:and|or|of|the|for|with|by|to|in|on))\\s*$'

FIELDS_DATE_TAIL = '(?:\\b[A-Z][a-z]{2,8}\\.?|,|\\bby|\\bof|\\bend|\\bQ[1-4])\\s*$'

FIELDS_YEAR_HEAD = '^(?:20\\d\\d|\\d{1,2},? 20\\d\\d)\\b'

FIELDS_BEGINS_WITH_YEAR = '20\\d\\d(?!\\d)'

FIELDS_LACKS_YEAR = '(?i)(?:\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?,?|\\b(?:Q[1-4]|FY|spring|summer|autumn|fall|winter|of|by),?)$'

FIELDS_BRACKET = '\\([^()]+\\)$'

FIELDS_STOP = '(?<=[a-z\\d)])[.;](?=\\s+[A-Z])|\\s+[–—]\\s+'

FIGURES_SENTENCE = '(?<=[a-z\\d)%])[.;](?=\\s|$)|\\n'

FIGURES_DOWN = '(?:reduc\\w+|cut(?:s|ting)?|decreas\\w+|lower(?:s|ing|ed)?|declin\\w+|fall(?:s|en)?|drop\\w*|shrink\\w*|minimi[sz]\\w+|halv\\w+|diminish\\w*)'

FIGURES_UP = '(?:increas\\w+|rais\\w+|ris(?:e|es|ing)|grow\\w*|improv\\w+|boost\\w*|expand\\w*|doubl\\w+|tripl\\w+|enhanc\\w+|lift\\w*)'

FIGURES_CHANGE = '(?i)\\b(?:(?P<down>(?:reduc\\w+|cut(?:s|ting)?|decreas\\w+|lower(?:s|ing|ed)?|declin\\w+|fall(?:s|en)?|drop\\w*|shrink\\w*|minimi[sz]\\w+|halv\\w+|diminish\\w*))|(?P<up>(?:increas\\w+|rais\\w+|ris(?:e|es|ing)|grow\\w*|improv\\w+|boost\\w*|expand\\w*|doubl\\w+|tripl\\w+|enhanc\\w+|lift\\w*)))\\b'

FIGURES_LOWER = '(?i)(?:^|\\s)(?:by\\s+)?(?:(?:at least|a minimum of|up to|about|approximately|around|over|more than|an? (?:additional|further))\\s+)?$'

FIGURES_TO = '(?i)\\bto\\s+(?:(?:at least|about|below|under|less than|no more than|approximately|the level of)\\s+)?$'

FIGURES_BY = '(?i)\\bby\\s+(?:(?:at least|about|up to|over|more than|approximately|an? (?:additional|further))\\s+)?$'

FIGURES_FROM_TO = '\\bfrom\\s+(?:about\\s+)?(?:(?:US\\$|C\\$|A\\$|NZ\\$|\\$|£|€|Rs\\.?\\s?|₹)?(?<![\\w.,/#§-])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|\\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\\b|(?<=\\bto )zero\\b(?! (?:carbon|waste|emissions?)\\b))(?![\\d/:]|-\\w|st\\b|nd\\b|rd\\b|th\\b)(?:\\s(?:thousand|million|billion|lakh|crore|hundred)\\b)?)(?:\\s?[^\\d.;,]{0,40}?)\\s+to\\s+(?:at least\\s+|about\\s+)?(?=[\\d$£€])'

FIGURES_WHICH = '(?i)\\b(?:of|than|with|serving|larger|bigger|smaller|older|having|housing|containing|that|who|those|earning|losses)\\s+(?:\\w+\\s+){0,2}$'

FIGURES_VERB = "(?i)\\b(?:thin|fix|fence|clear|dredge|rehabilitation of|planting of|start on site with|install|plant|train|build|construct|deploy|create|establish|open|hire|recruit|enrol+|electrify|retrofit|complete|deliver|provide|replace|restore|lend|convert|permit|support|fund|co-fund|purchase|acquire|add|adopt|launch|introduce|upgrade|redesign|equip|distribute|issue|publish|award|award grants for|set up|place|reach|serve|house|preserve|protect|conserve|produce|generate|procure|supply|connect|move|host|hold|conduct|offer|inspect|repair|rehabilitate|map|plan|weatheri[sz]e|divert|treat|engage|educate|certify|vaccinate|screen|assist|achieve|maintain|secure|raise|attract|employ|develop|implement|pilot|remove|eliminate|prevent|bring|sign|work with|roll out|conversion of|mechanised|procurement of|training of|installation of|construction of|describe|digiti[sz]e|translate|pay|elevate|extend|expand to|expand|run a pilot with|achieving|reaching|installing|planting|building|training|creating|housing|providing|serving|ensure|require)\\b(?P<between>(?:\\s+(?!of\\b|that\\b|which\\b|who\\b|below\\b|than\\b|from\\b|since\\b|after\\b|per\\b)[\\w’'&%,-]+){0,5}?)\\s+$"

FIGURES_NEXT = '(?:,|\\band\\b|\\bplus\\b|\\bor\\b|&)\\s+(?:(?:at least|about|up to|another|an additional)\\s+)?$'

FIGURES_THAT = '(?i)\\b(?:that|ensure|ensuring|achieve|achieving|reach|so that|goal of|target of|targets?:?|for|meet|least|to|where|is|of)\\s+$|^\\W*$'

FIGURES_BASELINE = '^[^.;]{0,40}?\\b(?:below|from|relative to|compared (?:to|with)|against|over|above|versus|vs\\.?|with reference to|on|since)\\s+(?:the\\s+|a\\s+|its\\s+|our\\s+)?(?P<year>(?:19|20)\\d\\d)(?=\\s|[.,;)]|$)'

FIGURES_SKIP = '(?i)(?:\\b(?:level|wave|phase|section|chapter|title|tier|goal|action|table|figure|no\\.|part|type|class|scope|category|priority|version|step|grade|route|highway|regulation|ISO|act|measure|ward|zone|stage|appendix|objective|strategy|volume|page|age|aged|term|band|web|WCAG|article|policy|option|SB|HB|AB|PM|H\\.?R\\.?|Order|Resolution|Ordinance|Directive|one in)|(?-i:\\b[A-Z]{2,5}[ -]))\\s?$'

FIGURES_HOPED = '(?i)\\b(?:aims?|seeks?|aspires?|strives?|hopes?|intends?|up to|about|approximately|around)\\b'

FIGURES_LEAD = "(?i)^(?:the|a|an|our|its|all|their|overall|city’s|city's)\\s+"

FIGURES_MODAL = '(?i)\\b(?:will|shall|must|should|to|is|are|has|have|may)\\b.*$'

FIGURES_REACHED = '(?i)\\b(?:reach|achieve|attain|be|account for|make up)(?:es|s|ing)?\\s+(?:at least\\s+)?$'

FRONT_CONTENTS = '(?i)^(?:table of contents|contents|acknowledg\\w*|executive summary|introduction|foreword|preface|letter from|a message|message from|minister.s foreword|about this|overview|background|land acknowledg\\w*|what |chapter (?:1|one|i)\\b|(?:[a-z]+ )?(?:action|program|programme|strategy|goal|objective|recommendation|pillar|outcome|priority|commitment|project)s?\\s?(?::|#?\\w{1,5}(?:[.-]\\d+)*\\s?[:.–—-]|#?\\d+\\b)|(?:section )?1(?:\\.0)?[.:]?\\s|i\\.\\s|part (?:1|one|i)\\b|goal |theme 1|priority 1|mayor|dear )'

FRONT_NUMBER = '\\b(?:(?:Resolution|Ordinance|Order|Decision|Decree|By-?law|Circular|Executive Order|Notification|Policy|Document|Report|File|Reference|Ref\\.?|G\\.?O\\.?(?: ?Ms\\.?)?|S\\.I\\.)\\s*(?:No\\.?|Number|Nos\\.|#|:)?\\s*(?=\\S*\\d)[A-Z]{0,4}[\\dA-Z][\\w./-]*(?: of 20\\d\\d)?|(?:COM|SWD|JOIN|SEC|C)\\s?\\(20\\d\\d\\)\\s?\\d+(?:\\s(?:final|draft))?)'

FRONT_RANGE = '\\b(20\\d\\d)\\s*(?:[-–—/]|to|through|until)\\s*(?:[A-Z][a-z]+\\.?\\s+)?((?:20)?\\d\\d)\\b'

FRONT_SPLIT = '\\b(20\\d\\d)[-–/]\\d\\d\\s*(?:to|through|until|[-–—])\\s*(20\\d\\d)[-–/](\\d\\d)\\b'

FRONT_BY = '\\bby (?:the (?:end of )?)?(20\\d\\d)\\b'

GOALS_HEADING = '(?i)\\b(?:goals?|targets?|objectives|overall objective|vision|ambitions?|commitments?|measures of success|measures|measuring progress|outcomes)\\b'

GOALS_GUESS = '(?i)\\b(?:project(?:s|ed|ions?)?|expected|could|would|may|might|needs?|needed|suggested|forecast|estimated?|models?|required to|asked|predicted|if no|business as usual|already|previous|commenters?|anticipated|baseline year)\\b'

GOALS_OURS = '(?i)\\b(?:we|city|town|county|council|state|board|government|plan|commission|district|port|authority|community|targets?|goals?|aims?|commit\\w*|pledge\\w*|promised|shall|vision|strategy|region|borough|province|country|nation)\\b'

GOALS_VERB = '(?i)\\b(?:reduc\\w+|cut(?:ting)?|decreas\\w+|lower\\w*|increas\\w+|rais\\w+|rise|grow\\w*|expand\\w*|reach\\w*|achiev\\w+|becom\\w+|eliminat\\w+|ensur\\w+|end(?:ing)?|zero|neutral\\w*|net[- ]zero|halv\\w+|doubl\\w+|fall|phas\\w+ out|electrify|plant\\w*|build\\w*|divert\\w*|meet\\w*|generat\\w+|protect\\w*|restor\\w+|attain\\w*)\\b'

GOALS_STOP = '(?<=[a-z\\d)%])[.;](?=\\s|$)'

GOALS_TWO = ',?\\s+and\\s+(?:to\\s+)?(?=(?:reach|achieve|become|reduce|increase|eliminate|cut|end|raise|lower|double|halve|phase out)\\b)'

GOALS_OVERALL = '(?i)^(?:the\\s+)?(?:overall|overarching|main|general)\\s+(?:objective|goal|aim)s?\\s*:\\s*'

LABEL_LINES_GAPPED = "^(?P<label>[A-Z#][\\w’'&/()-]*(?: [\\w’'&/()]+){0,4})(?:\\s{2,}|\\s*\\t\\s*|\\s[–—-]\\s)(?=\\S)"

LABELS_TEXT_PLURAL = '\\((?:s|ies|es|y)\\)|/(?:s|ies)\\b'

LABELS_TEXT_COLON = '(?<![\\d])\\s?[:：](?!\\d|//)|(?<=[a-z])\\?(?=\\s+\\S)'

LABELS_TEXT_EDGE = '[\\t|;(\\[•\\u2013\\u2014]\\s*|\\s{2,}|(?<=[.?!])\\s+|,\\s+|\\s-\\s'

LABELS_TEXT_TOKEN = "[a-z#][a-z’'-]*"

LABELS_TEXT_WIDE = '\\s{2,}|\\t|\\s?\\|\\s?'

LABELS_TEXT_LABEL = "[A-Z][\\w’'&/(), -]*"

LABELS_TEXT_WHO_AND_WHEN = '\\((?P<who>[A-Z][^():]{1,80}?)\\s*[,;–—-]\\s*(?P<when>(?:by|due|before|no later than)\\s[^():]{3,40})\\)[.;]?$'

LABELS_TEXT_NEXT = "\\s(?=[A-Z][\\w’'&/ -]{0,30}:)"

NAMES_OUT = '(?![^()]*\\))'

NAMES_COMMA = '\\s*,\\s*(?:and\\s+|&\\s+)?(?![^()]*\\))'

NAMES_STRONG = '\\s*[;|•]\\s*(?:and\\s+|&\\s+)?(?![^()]*\\))|\\s*\\n\\s*(?:and\\s+)?|\\s+/\\s+(?![^()]*\\))'

NAMES_AND = '\\s+(?:and|&|as well as)\\s+(?![^()]*\\))'

NAMES_ACRONYMS = '[A-Z]{2,8}(?:\\s?/\\s?[A-Z]{2,8})+'

NAMES_NOBODY = '(?i)^(?:n/?a|none|nil|tbd|tbc|to be (?:determined|confirmed|decided)|not applicable|unknown|-+|–|—|all|other|others|various|etc\\.?|ongoing|yes|no|same|same as above|not yet (?:assigned|known))$'

NAMES_BRACKET_ROLE = '(?i)\\s*\\((?:(?P<lead>(?:co-)?leads?|primary|chair)|(?P<support>support(?:ing)?|partners?|assist))\\)\\s*$'

NAMES_LEADING = '(?i)^(?:and|with|including|incl\\.|e\\.g\\.,?|also|other partners such as)\\s+'

NAMES_ABBREVIATED = '\\b(?:Dept|Depts|Inc|Co|Corp|Ltd|Assn|Assoc|Div|Comm|Govt|Univ)$'

NAMES_HELPED = '(?:^|,\\s*|\\s+)(?i:(?:(?:working|together|jointly|in (?:partnership|collaboration|conjunction|consultation|cooperation)) )?with|(?:supported|assisted|advised) by|alongside)\\s+(?:the\\s+(?=[A-Z]))?'

NUMBERED_SMALL = "(?:\\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|that|the|their|to|with|its|all|is|are|be|will|through|between|within|City’s|City's|&)|[,;:/–-])$"

NUMBERED_HANGS = '(?:\\b(?:and|of|the|for|to|with|in|or)|[,&])$'

NUMBERED_ALONE = '[A-Z]{0,5}[-–./]?\\d{1,3}(?:[-–./]\\d{1,3})*[a-z]?\\.?'

NUMBERED_WIDE_GAP = '\\S(?:\\s{3,}|\\t|\\s\\|\\s)\\S'

NUMBERED_ITEM = 'Actions?(?:\\s+(?:Items?|Steps?|Points?))?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|Step|Tactic|Sub-?strategy|Sub-?action|Commitment|Intervention|Deliverable|Proposal|Countermeasure|Programme|Program|Item|Milestone|Pledge'

NUMBERED_SECTION = 'Goal|Objective|Focus Area|Priority Area|Priority|Sector|Chapter|Section|Theme|Pillar|Part|Element|Area|Category|Target Area|Big Move|Outcome|Aim|Ambition|Mission|Domain|Dimension|Component|Workstream|Direction|Strand|Appendix|Annex|Phase|Volume|Track|Key Area|Action Area|Challenge|Flagship(?: Initiative)?|Cluster|Building Block|Key Result Area|Thrust(?: Area)?|Work Package|Platform|Principle|Target|Lever|Action Line|Policy Area|Topic|Subject'

NUMBERED_CODE = '(?:[A-Z]{1,5}[-–. ])?20\\d\\d[-–./]\\d{1,3}|[A-Z]{0,5}[-–. /]?\\d{1,3}(?:\\s?[.\\-–/]\\s?\\d{1,3}){0,4}[a-zA-Z]?(?:\\.[A-Z]\\d?)?|[A-Z](?:[.-]\\d{1,2})*|[IVXL]{1,5}|[a-z](?=[.):])|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten'

NUMBERED_WORDED = '^(?P<before>(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)?\\s+){0,2})(?P<word>(?i:Actions?(?:\\s+(?:Items?|Steps?|Points?))?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|Step|Tactic|Sub-?strategy|Sub-?action|Commitment|Intervention|Deliverable|Proposal|Countermeasure|Programme|Program|Item|Milestone|Pledge|Goal|Objective|Focus Area|Priority Area|Priority|Sector|Chapter|Section|Theme|Pillar|Part|Element|Area|Category|Target Area|Big Move|Outcome|Aim|Ambition|Mission|Domain|Dimension|Component|Workstream|Direction|Strand|Appendix|Annex|Phase|Volume|Track|Key Area|Action Area|Challenge|Flagship(?: Initiative)?|Cluster|Building Block|Key Result Area|Thrust(?: Area)?|Work Package|Platform|Principle|Target|Lever|Action Line|Policy Area|Topic|Subject))\\s+(?:#|No\\.?\\s*|Number\\s+)?(?P<code>(?:[A-Z]{1,5}[-–. ])?20\\d\\d[-–./]\\d{1,3}|[A-Z]{0,5}[-–. /]?\\d{1,3}(?:\\s?[.\\-–/]\\s?\\d{1,3}){0,4}[a-zA-Z]?(?:\\.[A-Z]\\d?)?|[A-Z](?:[.-]\\d{1,2})*|[IVXL]{1,5}|[a-z](?=[.):])|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?P<sep>\\s*[.:)–—|-]+\\s*|\\s+|$)(?P<title>.*)$'

NUMBERED_NAMED = '(?i)^(?P<word>Goal|Objective|Theme|Strategy|Priority(?: Area)?|Pillar|Outcome|Focus Area|Sector|Strategic (?:Goal|Objective))\\s?[:–—]\\s*(?P<title>[A-Z].{5,})$'

NUMBERED_AGAIN = '^(?:Goal|Objective|Focus Area|Priority Area|Priority|Sector|Chapter|Section|Theme|Pillar|Part|Element|Area|Category|Target Area|Big Move|Outcome|Aim|Ambition|Mission|Domain|Dimension|Component|Workstream|Direction|Strand|Appendix|Annex|Phase|Volume|Track|Key Area|Action Area|Challenge|Flagship(?: Initiative)?|Cluster|Building Block|Key Result Area|Thrust(?: Area)?|Work Package|Platform|Principle|Target|Lever|Action Line|Policy Area|Topic|Subject|Actions?(?:\\s+(?:Items?|Steps?|Points?))?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|Step|Tactic|Sub-?strategy|Sub-?action|Commitment|Intervention|Deliverable|Proposal|Countermeasure|Programme|Program|Item|Milestone|Pledge)\\s+\\d'

NUMBERED_FIGURE = '^(?:[MGk]W|[MG]T|MMT|Million|Billion|Percent|Per cent|Acres|Miles|Tons?|Tonnes|Gallons|Degrees|Feet|Years|Months|Days|CFR|USC|U\\.S\\.C|Edition)\\b'

NUMBERED_MONTH = '^(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b'

NUMBERED_ITEMS = '(?i)(?:Actions?(?:\\s+(?:Items?|Steps?|Points?))?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|Step|Tactic|Sub-?strategy|Sub-?action|Commitment|Intervention|Deliverable|Proposal|Countermeasure|Programme|Program|Item|Milestone|Pledge)'

NUMBERED_NUMBER = '^(?P<code>\\(\\d{1,3}\\)|[A-Z]{2,5}[-–]20\\d\\d[-–]\\d{1,3}|\\d{1,2}(?:\\s?\\.\\s?\\d{1,2}){1,3}[a-z]?|\\d{1,3}|[A-Z]{1,5}[-–./ ]?\\d{1,3}(?:[-–./]\\d{1,3})*[a-z]?|\\d{1,2}[A-Z](?:\\.\\d{1,2})*|[IVX]{1,4}(?:\\.\\d{1,2})+|[A-Z](?:\\.[A-Z]?\\d{1,2})+|[IVX]{1,4}|[A-Z])(?P<sep>\\s?[.):]\\s*|\\s?[–—-]\\s+|\\s+|$)(?P<title>.*)$'

NUMBERED_TITLE_START = '^[A-Z“\\"‘\'(\\[À-Þ]|^\\d[\\d,.]*%?\\s+[a-z]+'

NUMBERS_DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?'

NUMBERS_VALUE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|\\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\\b|(?<=\\bto )zero\\b(?! (?:carbon|waste|emissions?)\\b)'

NUMBERS_SCALE = '\\s(?:thousand|million|billion|lakh|crore|hundred)\\b'

NUMBERS_NO_FIGURE_BEFORE = '(?<![\\w.,/#§-])'

NUMBERS_NO_FIGURE_BEHIND = '(?![\\d/:]|-\\w|st\\b|nd\\b|rd\\b|th\\b)'

NUMBERS_NUMBER = '(?P<money>US\\$|C\\$|A\\$|NZ\\$|\\$|£|€|Rs\\.?\\s?|₹)?(?<![\\w.,/#§-])(?P<value>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|\\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\\b|(?<=\\bto )zero\\b(?! (?:carbon|waste|emissions?)\\b))(?![\\d/:]|-\\w|st\\b|nd\\b|rd\\b|th\\b)(?P<scale>\\s(?:thousand|million|billion|lakh|crore|hundred)\\b)?'

NUMBERS_UNNAMED = '(?:US\\$|C\\$|A\\$|NZ\\$|\\$|£|€|Rs\\.?\\s?|₹)?(?<![\\w.,/#§-])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|\\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\\b|(?<=\\bto )zero\\b(?! (?:carbon|waste|emissions?)\\b))(?![\\d/:]|-\\w|st\\b|nd\\b|rd\\b|th\\b)(?:\\s(?:thousand|million|billion|lakh|crore|hundred)\\b)?'

NUMBERS_MEASURE = '\\s?(?P<unit>%|per ?cent\\b|percent(?:age points?)?\\b|°[CF]|(?:[kMG]Wp?h?|MMBtu|GJ|TJ|PJ|k[mgW]|mph|km/h|µg/m3|dB|ha|mm|cm|sq\\.? ?(?:ft|m|km)|square (?:feet|foot|met(?:er|re)s|miles|kilomet(?:er|re)s)|miles?|kilomet(?:er|re)s|met(?:er|re)s|feet|acres?|hectares?|(?:metric )?tons?|tonnes?|MTCO2e?|tCO2e?|gigajoules|megawatts?(?:[ -]hours)?|kilowatts?(?:[ -]hours)?|gallons|lit(?:er|re)s|minutes|hours|days|weeks|months|years|pounds|kilograms|dollars|points?))(?![A-Za-z])(?P<per> (?:of CO2e?|CO2e?))?(?P<rate> (?:per|a|each) (?:[\\d,]+ )?(?:day|week|month|year|hour|household|capita|person|population|residents|inhabitants|people|km|mile|vehicle)\\b)?'

NUMBERS_RATE = '\\s(?P<unit>per (?:[\\d,]+ )?(?:population|people|residents|inhabitants|capita|persons|births|live births|vehicles))\\b'

NUMBERS_NOUN = "\\s(?P<noun>(?:(?!(?:by|in|at|to|for|with|on|from|that|which|who|where|and|or|of|per|as|through|using|within|during|between|across|are|is|be|will|shall|have|has|before|near|under|into|over|around|along|each|every|annually|when|whose|so|than|if|because|including|funded|prioriti[sz]ing|until|up|below|above|out|down|off|back|covering)(?![\\w-]))(?:[A-Za-z][\\w’'/-]*|\\d(?=\\s[a-z]))(?:\\s|$|(?=[,.;)])))+)"

NUMBERS_OF = '^\\s?of\\s(?:the\\s|all\\s|our\\s|its\\s)?'

PLACES_TEXT_ACT = '(?i)\\b(?P<word>adopted|approved|endorsed|ratified|passed|issued|published|released|effective|enacted|submitted|revised|amended|updated|final|launched|dated)\\b'

PLACES_TEXT_OF_PLACE = "\\b((?:City and County|City|Town|County|State|Village|Borough|Township|Municipality|Province|District|Port|Republic|Commonwealth|Kingdom|Parish|Region|Island|Shire|Territory|Government) of (?:the )?(?:[A-Z][\\w.’'-]+)(?: (?!Sustainab|Climate|Action|Energy|Resilien|Wildfire|Strateg|Compreh|Plan\\b|Municipal|Community|Green|Vision|Safety|Digital|Adapt|Mitig|Housing|Department|Office|Open\\b|Racial|Equity|Heat|Zero|Water|Air\\b|Tree|Urban|Local|Health|Econom|Smart|Bi(?:ke|cycle)|Pedestrian|Active|Parks|Emergency|Hazard|General|Integrated|Cultur|Arts|Broadband|Waste|Solid|Storm|Flood|Drought|Food|Youth|Homeless|Transit|Transport|Mobility|Carbon|Net\\b|Biodivers|Nature|Environment|Data\\b|Technolog|Innovation|Corporate|Reconcil|Accessib|Divers|Gender|Poverty|Road|Multi|Natural|Annual|Five|Ten|Final|Draft|Aging|Complete|Older|Public|Recreation|Renewable|Rural|Safe|School|Sidewalk|Tourism|Traffic|Trail|Workforce|Zoning|Well|Violence|Coastal|Forest|Infrastructure|Master|Capital|Downtown|Opioid|Overdose|Internet|Library|Language|Fire\\b|Invest|Facilit)[A-Z][\\w.’'-]+){0,3})"

PLACES_TEXT_COUNTY = '\\b((?!The |This |Each |Our |Your |In |Of )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} (?:County|Borough|Shire|Parish|Township))\\b'

PLACES_TEXT_COUNCIL = "^(?:(?:[A-Z][\\w’'-]+ ){1,4}?(?:City|Borough|District|County|Town|Shire|Metropolitan|Unitary)|(?:[A-Z][\\w’'-]+ ?){1,2}) Council\\b"

PLACES_TEXT_BODY = "^(?:(?:[A-Z][\\w’'&.-]*|of|the|and|for),? ){0,9}(?:Department|Board|Council|District|Commission|Agency|Authority|Office|Ministry|Division|Trust|Association|University|Library|Secretariat|Directorate|Taskforce|Task Force|Cabinet|Bureau)(?:$|,? (?:of|for)\\b.*$)|^Government of .*$|^(?:Ministry|Department|Office|Port|Board|Bureau|Secretariat) (?:of|for) .*$"

PLACES_TEXT_PREPARED = '(?i)^(?:prepared|produced|developed|issued|published) by (?:the )?(?P<who>.+)$'

PLACES_TEXT_GENERIC = '\\b(?:Table|Implementation|Worksheet|Report|Version|Volume|Section|Draft|Final|Update|Initiatives|Summary|Matrix|Actions?)\\b'

RUNNING_LINES_COUNTING = '(?i)^(?:[A-Z][\\w-]* ){0,2}(?:Actions?(?: Items?)?|Activit\\w+|Measures?|Initiatives?|Recommendations?|Tasks?|Projects?|Commitments?|Goals?|Objectives?|Strateg\\w+|Priorit\\w+|Themes?|Chapters?|Parts?|Sections?|Outcomes?|Steps?|Phases?|Years?|Tables?|Figures?|Pillars?|Areas?|Appendi\\w+|Annex\\w*|Policy|Polic\\w+|Milestones?|Volumes?)\\s'

SENTENCES_CAPITAL = "(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*"

SENTENCES_LIST = "(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*"

SENTENCES_WORK = '(?:this|the|its|these)\\s+(?:\\w+\\s+)?(?:work|initiatives?|actions?|efforts?|projects?|tasks?|implementation|delivery|program(?:me)?|activity|activities|measures?|strategy|process|redesign|review)'

SENTENCES_BE = '(?:is|are|will be|shall be|to be|should be)'

SENTENCES_OFFICE = '(?:office|department|agency|body|unit|organi[sz]ation|entity|authority|division|team|party|partner)'

SENTENCES_HELP = '(?:(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by|(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)|(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with|together\\s+with|alongside|jointly\\s+with|working\\s+with|partnering\\s+with)'

SENTENCES_LED = "^(?:[A-Z][^.;:]{0,80}?(?:\\s(?:is|are|will be|shall be|to be|should be)\\s+(?:jointly\\s+)?|,\\s+))?(?P<verb>[Ll]ed|[Cc]o-led|[Hh]eaded|[Ss]pearheaded|[Cc]oordinated|[Ii]mplemented|[Dd]elivered|[Cc]arried out|[Uu]ndertaken)\\s+by\\s+(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)"

SENTENCES_LEADS = "^(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)\\s+(?:(?:will|shall|is to|are to)\\s+)?(?:jointly\\s+)?(?:co-?)?(?:leads?|heads|takes? the lead)(?=\\s*$|\\s*[,;]|\\s+(?:this|the|its|these)\\s+(?:\\w+\\s+)?(?:work|initiatives?|actions?|efforts?|projects?|tasks?|implementation|delivery|program(?:me)?|activity|activities|measures?|strategy|process|redesign|review)|\\s+(?:(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by|(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)|(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with|together\\s+with|alongside|jointly\\s+with|working\\s+with|partnering\\s+with))"

SENTENCES_OFFICE_OF = "^(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)\\s+(?:is|are|will be|shall be|to be|should be)\\s+(?:(?:the|a)\\s+)?(?:jointly\\s+|primarily\\s+|mainly\\s+)?(?P<verb>lead|responsible|accountable)(?=\\s*$|\\s*[,;]|\\s+for\\b|\\s+(?:office|department|agency|body|unit|organi[sz]ation|entity|authority|division|team|party|partner)|\\s+(?:(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by|(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)|(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with|together\\s+with|alongside|jointly\\s+with|working\\s+with|partnering\\s+with))"

SENTENCES_HELPED = "^(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)\\s+(?:will|shall)\\s+[a-z][^.;]*?\\s(?=with\\s+(?:the\\s+)?(?:support|help|assistance)\\s+(?:from|of)\\s)"

SENTENCES_DOES = "^(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)(?:,\\s+(?:(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by|(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)|(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with|together\\s+with|alongside|jointly\\s+with|working\\s+with|partnering\\s+with)\\s+[^,.;]{3,60},)?\\s+(?:will|shall|must)\\s+(?!(?:also\\s+)?be\\b)[a-z]"

SENTENCES_BESIDE = "(?:^|[\\s,])(?:(?:and\\s+)?(?:is\\s+|are\\s+|will be\\s+)?(?:supported|assisted|helped|advised)\\s+by|(?:and\\s+)?with\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:support|help|assistance|input|advice|cooperation|participation)\\s+(?:from|of|by)|(?:and\\s+)?in\\s+(?:close\\s+)?(?:partnership|collaboration|co-?operation|coordination|consultation|conjunction|concert)\\s+with|together\\s+with|alongside|jointly\\s+with|working\\s+with|partnering\\s+with)\\s+(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)"

SENTENCES_ADVISES = "^(?P<who>(?:[Tt]he\\s+)?(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*(?:(?:,?\\s+(?:and|&)(?:\\s+the)?|,(?:\\s+the)?|\\s+(?:of|for|on)(?:\\s+the)?|\\s+&)?\\s+(?!(?:We|It|This|These|They|He|She|That|There|You|All|Each|Our|Their)\\b)[A-Z][\\w’'&/.-]*|(?<=No\\.)\\s+\\d+\\b|\\s+\\([^()]*\\))*)\\s+(?:(?:will|shall)\\s+)?(?:advises?|supports?|assists?|helps?|provides? (?:support|advice))(?=\\s*$|\\s*,|\\s+(?:this|the|its|these)\\s+(?:\\w+\\s+)?(?:work|initiatives?|actions?|efforts?|projects?|tasks?|implementation|delivery|program(?:me)?|activity|activities|measures?|strategy|process|redesign|review))"

SENTENCES_STOP = '(?<=[\\w)%’\\"”])[.!?](?=\\s+[A-Z(“\\"]|\\s*$)'

SENTENCES_ABBREVIATED = '\\b(?:No|St|Mt|Dr|Dept|Inc|Co|Corp|U\\.S|[A-Z])$'

SENTENCES_MAY_LEAD = '(?i)\\b(?:led|leads?|headed|heads|spearheaded|coordinated|implemented|delivered|carried|undertaken|responsible|accountable|support|help|assistance)\\b'

SENTENCES_AND_THE = ',?\\s+and\\s+the\\s+|,\\s+the\\s+'

SENTENCES_AND = '\\s+(?:and|&)\\s+'

SENTENCES_THE = '^[Tt]he\\s+'

SHORT_HEADINGS_CAPTION = '(?i)^(?:Table|Figure|Map|Photo|Chart|Exhibit|Source)s?\\s+[\\dA-Z]'

SPANS_ADOPTED = "(?:\\s+(?:of|from|after|following)\\s+(?:the\\s+)?(?:(?:plan|strategy|programme|program)(?:['’]s)?\\s+)?(?:adoption|approval|publication|issue|endorsement|release|launch)\\b(?:\\s+(?:of|by)\\s+(?:the|this)\\s+[\\w ]{2,30})?)"

SPANS_WITHIN = "(?i)\\bwithin\\s+(?:the\\s+)?(?:next\\s+|first\\s+)?(?P<count>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|one)\\s+(?P<unit>months?|years?)\\b(?P<event>(?:\\s+(?:of|from|after|following)\\s+(?:the\\s+)?(?:(?:plan|strategy|programme|program)(?:['’]s)?\\s+)?(?:adoption|approval|publication|issue|endorsement|release|launch)\\b(?:\\s+(?:of|by)\\s+(?:the|this)\\s+[\\w ]{2,30})?))?"

SPANS_YEAR = '(?<!\\d)(?:20)?(\\d\\d)(?!\\d)(?:\\s?[-–/]\\s?(?:20)?(\\d\\d)(?!\\d))?'

SPANS_QUARTER = '(?i)\\bQ(?:uarter|tr)?\\.?\\s?([1-4])|\\b([1-4])Q|\\b(first|second|third|fourth)\\s+quarter'

TABLES_CODE = '^(?P<code>(?:(?:Action|Measure|Strategy|Task|Objective)\\s+)?(?:[A-Z]{1,5}[-–./ ]?\\d{1,3}(?:[-–./]\\d{1,3})*[a-z]?|[A-Z](?:\\.\\d{1,2})+|\\d{1,3}(?:\\.\\d{1,3})+[a-z]?|\\d{1,3}[A-Za-z]?(?=[.):])))[.):]*\\s+(?P<title>\\S.*)$'

TABLES_LETTER = '^(?:[A-Z]|[IVX]{1,5})[.):]?$'

TABLES_NUMBER = '^(?:[A-Z]{0,6}[-–./ ]?\\d{1,3}(?:[-–./]\\d{1,3})*(?:[-.]?[a-zA-Z])?|[A-Z](?:\\.\\d{1,2})*|\\(\\d{1,3}\\)|[ivxIVX]{1,5})[.):]?$'

TABLES_NOTHING = '(?i)^(?:[-–—]+|x|✓|✔|n/?a|none)$'

TABLES_ROW_NUMBER = '^((?:[A-Z]{1,6}[-–./ ]?\\d[\\d./-]*[a-z]?|[A-Z](?:\\.\\d{1,2})+|\\d{1,3}(?:\\.\\d{1,3})*[a-z]?[.)]?))$'

TABLES_OPEN_END = '(?:[,;&/(–-]|\\b(?:and|or|of|the|for|with|to|in|on|a))\\s*$'

TABLES_LINE_CODE = '^(?:[A-Z]{1,5}[-–./]?)?\\d{1,3}(?:[-–./]\\d{1,3})*[a-z]?[.):]?\\s|^[A-Z]\\.\\d{1,2}\\s'

TABLES_LEGEND = '(?i)(?P<term>(?:short|near|medium|mid|long|immediate)(?:[- ]?term)?)\\s*[–—:=(-]+\\s*(?P<open>(?:post|after|beyond)\\s+)?(?:by\\s+|until\\s+|20\\d\\d\\s*[–—-]\\s*)?(?P<year>20\\d\\d)(?P<more>\\+|\\s+(?:onwards|and beyond))?\\)?\\s*[;,|]?\\s*'

TABLES_HEAD_START = '^(?:Lead|Responsible|Supporting|Target|Completion|Due|Time|Implementation|Performance|Estimated)$'

TABLES_HEAD_END = '^(?:Agency|Agencies|Departments?|Part(?:y|ies)|Dates?|Frame|Line|Measures?|Costs?)$'

TABLES_NAME_BEFORE_HEAD = '(?i)\\b(?:table|matrix)$'

TABLES_NUMBERED = '^\\d{1,3}[.)]\\s'

TABLES_ONE_PART = '(?!)'

TABLES_SIGNER = '(?!)'

TABLES_WHOLE_DAY = '(?!)'

TABLES_VERBS_BEHIND = '(?!)'

TABLES_ANNEX = '^(?:Annex|Appendix|Attachment|Figure)\\b'

TABLES_NOTE = '^(?i:notes?|sources?|key|legend)\\s*[:.]|^\\*\\s'

TABLES_GROUP = '^[A-Z]\\S.{0,78}[^\\s.;,:]$'

TABLES_NUMBERED_GROUP = '^(?:[A-Z]|[IVX]{1,5})[.)]\\s+[A-Z]|^(?:Goal|Objective|Strategy|Focus Area|Pillar|Theme|Priority)\\s+[A-Z\\d]'

TABLES_SENTENCE = '[.;](?:\\s|$)'

TABLES_PAUSE = '[.;:](?:\\s|$)'

TABLES_STOP_END = '[.;]$'

TABLES_SEPARATOR = '\\s*[,;/|•]\\s*(?:and\\s+|&\\s+)?'

TABLES_LEVEL_FIRST = '^(?:City|County|Town|State|Department|Office|Ministry|Division|Agency)\\b'

TABLES_TAIL_OF_NAME = '^(?:Department|Agency|Office|Authority|Council|Board|Division|Committee|Commission|Services?|Team|Unit|Group|Association|Works|Officer|Manager|Director)$'

TABLES_SHORT_FORM = '^[A-Z]{2,6}(?:\\s[A-Z]{2,6})?$'

TABLES_LIKE_A_NAME = "^(?=.{2,70}$)[A-Z][A-Za-z’'.&()-]*(?:\\s+(?:[A-Z(&][A-Za-z’'.&()-]*|of|the|and|for|in|on|with))*$"

TABLES_BEGINS_WITH_VERB = '^(?:Adopt|Advance|Advocate|Amend|Apply|Assess|Build|Clear|Collaborate|Complete|Conduct|Continue|Convene|Convert|Coordinate|Create|Decommission|Deliver|Deploy|Develop|Digiti[sz]e|Distribute|Draft|Educate|Eliminate|Encourage|Engage|Enhance|Ensure|Establish|Evaluate|Expand|Explore|Extend|Identify|Implement|Improve|Increase|Incorporate|Inspect|Install|Integrate|Introduce|Invest|Launch|Leverage|Lower|Maintain|Make|Minimi[sz]e|Monitor|Offer|Organi[sz]e|Partner|Pilot|Plant|Prepare|Preserve|Prevent|Prioriti[sz]e|Promote|Protect|Provide|Publish|Purchase|Pursue|Raise|Reduce|Remove|Repair|Replace|Require|Restore|Retrofit|Revise|Seek|Strengthen|Support|Track|Transition|Update|Upgrade|Use)\\s'

TABLES_TERM = '(?i)^(?:(?:short|near|medium|mid|long|immediate)(?:[- ]?(?:to|/)[- ]?(?:short|near|medium|mid|long))?(?:[- ]?term)?|immediate(?:ly)?|ongoing|continu(?:ous|al|ing)(?:ly)?|annual(?:ly)?|year(?:ly| \\d)|monthly|quarterly|biannual(?:ly)?|tb[dc]|to be (?:determined|confirmed)|\\d+(?:\\s*[-–]\\s*\\d+)?\\+?\\s*(?:months?|years?)|phase (?:\\d|[IVX]+))$'

TITLE_PLAN = '\\b(?:Plans?|Strategy|Strategies|Roadmap|Road Map|Agenda|Framework|Blueprint|Programme|Program|Pathway|Playbook|Charter|Commitments)\\b'

TITLE_ACT = '(?i)^(?:adopted|approved|endorsed|issued|published|released|submitted|prepared|revised|under|in support)\\b'

TITLE_BODY = '\\b(?:Department|Office|Ministry|Division|Commission|Committee|Board|Council|Department of [\\w ]+)$'

TITLE_SENTENCE = '\\b(?:is|are|was|were|will|has|have|sets out|contains|should)\\b'

TITLE_LITTLE = '(?<=\\s)(?:Of|And|The|For|In|To|A|On|By|At|With|Or|From)(?=\\s)'

TITLE_SMALL = '(?i)\\b(?:of|the|and|for|in|to|a|on|by|at|with|&)$|[,:&–-]$'

TITLE_CITY = '^(?:City|Town|County|State|Village|Port|Republic|Government|Borough|Province)\\b.*\\bof\\b'

UNNUMBERED_PLEDGE = "(?:We|(?:The|Our) [\\w’' -]{3,60}?|It|[A-Z][\\w’']+(?: [A-Z][\\w’']+){0,5}) (?:will|shall)\\s"

UNNUMBERED_OWN_NUMBER = '\\s*(?P<code>[A-Z]{0,4}-?\\d{1,3}(?:\\.\\d{1,3})*[a-z]?)\\s*[–—:.)-]+\\s+(?=[A-Z])'

YEARLESS_QUARTER = 'Q[1-4]|(?:first|second|third|fourth|last)\\s+quarter'

YEARLESS_FORM = '(?i)\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sept)\\b\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?\\b|Q[1-4]|(?:first|second|third|fourth|last)\\s+quarter|year[- ]end|end\\s+of\\s+(?:the|this)\\s+year)(?!\\W{0,3}(?:of\\s+)?(?:the\\s+)?(?:FY|fiscal|financial|\\d|each|every)|\\s*,\\s*$)'

YEARLESS_GOES_ON = '\\s*(?:[-–—/]|to|through|until|and|or)\\s*(?:[A-Z][a-z]{2}|Q[1-4])'

YEARLESS_EVERY = '(?i)\\b(?:each|every|annual(?:ly)?|yearly|quarterly|monthly)\\b'

NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    BODIES_TEXT_BODY: (),
    BODIES_TEXT_OF_BODY: (('Head', 'City', 'Town', 'Port', 'Board', 'Chief', 'Clerk', 'Office', 'Bureau', 'County', 'Agency', 'School', 'League', 'Chamber', 'Village', 'Borough', 'Council', 'College', 'Friends', 'Ministry', 'Division', 'Director', 'Minister', 'Secretary', 'Institute', 'Department', 'University', 'Commission', 'Federation', 'Association'), ('of', 'for')),
    BODIES_TEXT_PERSON: (('Head', 'Chief', 'Manager', 'Officer', 'Director', 'Minister', 'Secretary'), ('of', 'for')),
    BODIES_TEXT_WEAK_BODY: (('Works', 'Service', 'Program', 'Residents', 'Businesses'),),
    BODIES_TEXT_LIST_OF: (('Office', 'Bureau', 'Ministry', 'Division', 'Minister', 'Committee', 'Department', 'Commission', 'Directorate'), ('of', 'for')),
    BODIES_TEXT_PLACED: (('School', 'College', 'Academy', 'Institute', 'University'),),
    BODIES_TEXT_PLACE: (('Cit', 'Town', 'State', 'Shire', 'Count', 'Village', 'Borough'),),
    BODIES_TEXT_TITLE_OF: (('Dean', 'Head', 'Provost', 'Director', 'Engineer', 'Secretary', 'Registrar', 'President', 'Chancellor', 'Commissioner'),),
    BROKEN_WORDS_BESIDE_HYPHEN: (('-',),),
    COMPARING_ROLE_LABEL: (('Party', 'Agency', 'Parties', 'Agencies', 'Department'), ('Lead', 'Partner', 'Supporting', 'Responsible'), (':',)),
    DATES_MONTH: (('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'),),
    DATES_YEAR: (('20',),),
    DATES_DAY: (),
    DATES_ORDINAL: (),
    DATES_QUARTER: (('Q', 'quarter'),),
    DATES_BARE_QUARTER: (('Q', 'quarter'),),
    DATES_HALF: (('H', 'half'),),
    DATES_EDGE: (('end', 'mid', 'late', 'fall', 'year', 'close', 'early', 'start', 'spring', 'summer', 'autumn', 'winter', 'beginning'),),
    DATES_PART: (('end', 'close', 'start', 'beginning'), ('of',)),
    DATES_OF_OFFICE: (('fiscal', 'school', 'budget', 'academic', 'financial'),),
    DATES_DAY_FIRST: (('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'), ('20',)),
    DATES_MONTH_FIRST: (('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'), ('20',)),
    DATES_ISO: (('20',), ('-',)),
    DATES_NUMBERS: (('20',), ('.', '/', '-')),
    DATES_WHOLE_MONTH: (('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'), ('20',)),
    DATES_MONTH_NUMBER: (('20',), ('/',)),
    DATES_SHORT_YEAR: (('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'), ('-', '’', "'")),
    DATES_TERM: (('half', 'term', 'semester', 'trimester'), ('20',)),
    DATES_FISCAL: (('FY', '20', 'fiscal', 'school', 'budget', 'academic', 'financial'),),
    DATES_QUARTER_OF_YEAR: (('20',), ('Q', 'quarter')),
    DATES_YEAR_AND_QUARTER: (('20',), ('Q', 'quarter')),
    DATES_HALF_OF_YEAR: (('20',), ('H', 'half')),
    DATES_YEAR_AND_HALF: (('20',), ('H', 'half')),
    DATES_EDGE_OF_YEAR: (('end', 'mid', 'late', 'fall', 'year', 'close', 'early', 'start', 'spring', 'summer', 'autumn', 'winter', 'beginning'), ('20',)),
    DATES_SPLIT_YEAR: (('20',), ('/', '–', '-')),
    DATES_TWO_WHOLE_YEARS: (('20',), ('/',)),
    DATES_BARE_YEAR: (('20',),),
    DATES_JOINT: (),
    DATES_NUMERIC: (('20',), ('/', '-')),
    DATES_BETWEEN: (),
    DATES_AND: (('and',),),
    DEADLINES_BY: (),
    DEADLINES_THROUGH: (),
    DEADLINES_START: (),
    DEADLINES_OPEN: (),
    DEADLINES_GOAL: (),
    DEADLINES_EVENT: (),
    DEADLINES_IN: (),
    DEADLINES_PART: (),
    DEADLINES_DONE: (('was', 'has', 'had', 'met', 'were', 'have', 'held', 'took', 'rose', 'fell', 'grew', 'made', 'began', 'adopted', 'approved', 'launched', 'completed', 'published'),),
    DEADLINES_NO_TIME: (),
    DEADLINES_SENTENCE: (),
    FIELDS_CONNECTS: (),
    FIELDS_DATE_TAIL: (),
    FIELDS_YEAR_HEAD: (('20',),),
    FIELDS_BEGINS_WITH_YEAR: (('20',),),
    FIELDS_LACKS_YEAR: (),
    FIELDS_BRACKET: (('(',), (')',)),
    FIELDS_STOP: (('.', ';', '–', '—'),),
    FIGURES_SENTENCE: (),
    FIGURES_DOWN: (('cut', 'fall', 'drop', 'halv', 'reduc', 'lower', 'declin', 'shrink', 'minimi', 'decreas', 'diminish'),),
    FIGURES_UP: (('ris', 'rais', 'grow', 'lift', 'boost', 'doubl', 'tripl', 'improv', 'expand', 'enhanc', 'increas'),),
    FIGURES_CHANGE: (),
    FIGURES_LOWER: (),
    FIGURES_TO: (),
    FIGURES_BY: (),
    FIGURES_FROM_TO: (),
    FIGURES_WHICH: (),
    FIGURES_VERB: (),
    FIGURES_NEXT: ((',', '&', 'or', 'and', 'plus'),),
    FIGURES_THAT: (),
    FIGURES_BASELINE: (('19', '20'), ('vs', 'on', 'from', 'over', 'below', 'above', 'since', 'versus', 'against', 'compared ', 'relative to', 'with reference to')),
    FIGURES_SKIP: (),
    FIGURES_HOPED: (),
    FIGURES_LEAD: (),
    FIGURES_MODAL: (),
    FIGURES_REACHED: (),
    FRONT_CONTENTS: (),
    FRONT_NUMBER: (('G', 'law', 'Ref', '(20', 'File', 'S.I.', 'Order', 'Decree', 'Policy', 'Report', 'Decision', 'Circular', 'Document', 'Ordinance', 'Resolution', 'Notification'),),
    FRONT_RANGE: (('20',), ('-', '–', '—', '/', 'to', 'until', 'through')),
    FRONT_SPLIT: (('20',), ('-', '–', '/'), ('-', '–', '—', 'to', 'until', 'through')),
    FRONT_BY: (('by ',), ('20',)),
    GOALS_HEADING: (),
    GOALS_GUESS: (),
    GOALS_OURS: (),
    GOALS_VERB: (),
    GOALS_STOP: (('.', ';'),),
    GOALS_TWO: (('and',), ('cut', 'end', 'reach', 'raise', 'lower', 'halve', 'become', 'reduce', 'double', 'achieve', 'increase', 'eliminate', 'phase out')),
    GOALS_OVERALL: ((':',),),
    LABEL_LINES_GAPPED: (),
    LABELS_TEXT_PLURAL: (('(', '/'),),
    LABELS_TEXT_COLON: ((':', '：', '?'),),
    LABELS_TEXT_EDGE: (),
    LABELS_TEXT_TOKEN: (),
    LABELS_TEXT_WIDE: (),
    LABELS_TEXT_LABEL: (),
    LABELS_TEXT_WHO_AND_WHEN: (('by', 'due', 'before', 'no later than'), ('(',), (')',), (',', ';', '–', '—', '-')),
    LABELS_TEXT_NEXT: ((':',),),
    NAMES_OUT: (),
    NAMES_COMMA: ((',',),),
    NAMES_STRONG: (),
    NAMES_AND: (('&', 'and', 'as well as'),),
    NAMES_ACRONYMS: (('/',),),
    NAMES_NOBODY: (),
    NAMES_BRACKET_ROLE: (('(',), (')',)),
    NAMES_LEADING: (),
    NAMES_ABBREVIATED: (('Co', 'Inc', 'Ltd', 'Div', 'Dept', 'Assn', 'Govt', 'Univ', 'Assoc'),),
    NAMES_HELPED: (),
    NUMBERED_SMALL: (('a', '&', ',', ';', ':', '/', '–', '-', 'by', 'in', 'of', 'on', 'or', 'to', 'is', 'be', 'the', 'its', 'from', 'with', 'will', 'City’s', "City's", 'through'),),
    NUMBERED_HANGS: ((',', '&', 'of', 'to', 'in', 'or', 'and', 'the', 'with'),),
    NUMBERED_ALONE: (),
    NUMBERED_WIDE_GAP: (),
    NUMBERED_ITEM: (('Task', 'Step', 'Item', 'Action', 'Policy', 'Tactic', 'action', 'Pledge', 'Measure', 'Project', 'Program', 'Activity', 'Strategy', 'strategy', 'Proposal', 'Milestone', 'Initiative', 'Commitment', 'Deliverable', 'Intervention', 'Recommendation', 'Countermeasure'),),
    NUMBERED_SECTION: (('Aim', 'Goal', 'Part', 'Area', 'Theme', 'Annex', 'Phase', 'Track', 'Lever', 'Topic', 'Sector', 'Pillar', 'Domain', 'Strand', 'Volume', 'Thrust', 'Target', 'Chapter', 'Section', 'Element', 'Outcome', 'Mission', 'Cluster', 'Subject', 'Priority', 'Category', 'Big Move', 'Ambition', 'Appendix', 'Flagship', 'Platform', 'Objective', 'Dimension', 'Component', 'Direction', 'Challenge', 'Principle', 'Workstream', 'Action Line', 'Work Package', 'Building Block'),),
    NUMBERED_CODE: (),
    NUMBERED_WORDED: (),
    NUMBERED_NAMED: ((':', '–', '—'),),
    NUMBERED_AGAIN: (),
    NUMBERED_FIGURE: (('W', 'T', 'CFR', 'USC', 'Feet', 'Days', 'Acres', 'Miles', 'Years', 'U.S.C', 'Months', 'Million', 'Billion', 'Percent', 'Gallons', 'Degrees', 'Edition', 'Per cent'),),
    NUMBERED_MONTH: (('May', 'June', 'July', 'March', 'April', 'August', 'January', 'October', 'February', 'November', 'December', 'September'),),
    NUMBERED_ITEMS: (),
    NUMBERED_NUMBER: (),
    NUMBERED_TITLE_START: (),
    NUMBERS_DIGITS: (),
    NUMBERS_VALUE: (),
    NUMBERS_SCALE: (('lakh', 'crore', 'million', 'billion', 'hundred', 'thousand'),),
    NUMBERS_NO_FIGURE_BEFORE: (),
    NUMBERS_NO_FIGURE_BEHIND: (),
    NUMBERS_NUMBER: (),
    NUMBERS_UNNAMED: (),
    NUMBERS_MEASURE: (('%', '°', 'W', 'k', 'GJ', 'TJ', 'PJ', 'dB', 'ha', 'mm', 'cm', 'sq', 'mph', 'met', 'ton', 'lit', 'cent', 'mile', 'feet', 'acre', 'tCO2', 'days', 'MMBtu', 'µg/m3', 'MTCO2', 'hours', 'years', 'point', 'months', 'pounds', 'hectare', 'gallons', 'minutes', 'dollars', 'megawatt', 'gigajoules'),),
    NUMBERS_RATE: (('people', 'capita', 'births', 'persons', 'vehicles', 'residents', 'population', 'inhabitants'), ('per ',)),
    NUMBERS_NOUN: (),
    NUMBERS_OF: (('of',),),
    PLACES_TEXT_ACT: (),
    PLACES_TEXT_OF_PLACE: ((' of ',), ('City', 'Town', 'Port', 'State', 'Shire', 'County', 'Parish', 'Region', 'Island', 'Village', 'Borough', 'Kingdom', 'Province', 'District', 'Republic', 'Territory', 'Government', 'Municipality', 'Commonwealth')),
    PLACES_TEXT_COUNTY: (('Shire', 'County', 'Parish', 'Borough', 'Township'), (' ',)),
    PLACES_TEXT_COUNCIL: ((' Council',),),
    PLACES_TEXT_BODY: (('Port', 'Board', 'Trust', 'Agency', 'Office', 'Bureau', 'Council', 'Library', 'Cabinet', 'District', 'Ministry', 'Division', 'Authority', 'Taskforce', 'Department', 'Commission', 'University', 'Task Force', 'Association', 'Secretariat', 'Directorate', 'Government of '),),
    PLACES_TEXT_PREPARED: (),
    PLACES_TEXT_GENERIC: (('Table', 'Draft', 'Final', 'Report', 'Volume', 'Update', 'Matrix', 'Action', 'Version', 'Section', 'Summary', 'Worksheet', 'Initiatives', 'Implementation'),),
    RUNNING_LINES_COUNTING: (),
    SENTENCES_CAPITAL: (),
    SENTENCES_LIST: (),
    SENTENCES_WORK: (('work', 'task', 'action', 'effort', 'review', 'project', 'program', 'measure', 'process', 'delivery', 'activity', 'strategy', 'redesign', 'initiative', 'activities', 'implementation'), ('the', 'its', 'this')),
    SENTENCES_BE: (('is', 'are', 'to be', 'will be', 'shall be', 'should be'),),
    SENTENCES_OFFICE: (('body', 'unit', 'team', 'party', 'office', 'agency', 'organi', 'entity', 'partner', 'division', 'authority', 'department'),),
    SENTENCES_HELP: (('with', 'helped', 'advised', 'concert', 'jointly', 'working', 'assisted', 'together', 'supported', 'operation', 'alongside', 'partnering', 'partnership', 'conjunction', 'coordination', 'consultation', 'collaboration'),),
    SENTENCES_LED: (('by',), ('ed', 'ndertaken')),
    SENTENCES_LEADS: (('lead', 'heads'),),
    SENTENCES_OFFICE_OF: (('lead', 'responsible', 'accountable'), ('is', 'are', 'to be', 'will be', 'shall be', 'should be')),
    SENTENCES_HELPED: (('with',), ('will', 'shall'), ('help', 'support', 'assistance'), ('of', 'from')),
    SENTENCES_DOES: (('will', 'must', 'shall'),),
    SENTENCES_BESIDE: (('with', 'helped', 'advised', 'concert', 'jointly', 'working', 'assisted', 'together', 'supported', 'operation', 'alongside', 'partnering', 'partnership', 'conjunction', 'coordination', 'consultation', 'collaboration'),),
    SENTENCES_ADVISES: (('help', 'advise', 'assist', 'support', 'provide'),),
    SENTENCES_STOP: (('.', '!', '?'),),
    SENTENCES_ABBREVIATED: (),
    SENTENCES_MAY_LEAD: (),
    SENTENCES_AND_THE: (('and', 'the'),),
    SENTENCES_AND: (('&', 'and'),),
    SENTENCES_THE: (('he',), ('T', 't')),
    SHORT_HEADINGS_CAPTION: (),
    SPANS_ADOPTED: (('issue', 'launch', 'release', 'adoption', 'approval', 'publication', 'endorsement'), ('of', 'from', 'after', 'following')),
    SPANS_WITHIN: (),
    SPANS_YEAR: (),
    SPANS_QUARTER: (),
    TABLES_CODE: (),
    TABLES_LETTER: (),
    TABLES_NUMBER: (),
    TABLES_NOTHING: (),
    TABLES_ROW_NUMBER: (),
    TABLES_OPEN_END: ((',', ';', '&', '/', '(', '–', '-', 'a', 'or', 'of', 'to', 'in', 'on', 'the', 'with'),),
    TABLES_LINE_CODE: (),
    TABLES_LEGEND: (('20',), ('–', '—', ':', '=', '(', '-')),
    TABLES_HEAD_START: (('Due', 'Lead', 'Time', 'Target', 'Estimated', 'Supporting', 'Completion', 'Responsible', 'Performance', 'Implementation'),),
    TABLES_HEAD_END: (('Part', 'Date', 'Line', 'Cost', 'Frame', 'Agency', 'Measure', 'Agencies', 'Department'),),
    TABLES_NAME_BEFORE_HEAD: (),
    TABLES_NUMBERED: (('.', ')'),),
    TABLES_ONE_PART: (),
    TABLES_SIGNER: (),
    TABLES_WHOLE_DAY: (),
    TABLES_VERBS_BEHIND: (),
    TABLES_ANNEX: (('Annex', 'Figure', 'Appendix', 'Attachment'),),
    TABLES_NOTE: (),
    TABLES_GROUP: (),
    TABLES_NUMBERED_GROUP: (('.', ')', 'Goal', 'Theme', 'Pillar', 'Strategy', 'Priority', 'Objective', 'Focus Area'),),
    TABLES_SENTENCE: (('.', ';'),),
    TABLES_PAUSE: (('.', ';', ':'),),
    TABLES_STOP_END: (('.', ';'),),
    TABLES_SEPARATOR: ((',', ';', '/', '|', '•'),),
    TABLES_LEVEL_FIRST: (('City', 'Town', 'State', 'County', 'Office', 'Agency', 'Ministry', 'Division', 'Department'),),
    TABLES_TAIL_OF_NAME: (('Team', 'Unit', 'Board', 'Group', 'Works', 'Agency', 'Office', 'Council', 'Service', 'Manager', 'Division', 'Director', 'Authority', 'Committee', 'Department', 'Commission', 'Association'),),
    TABLES_SHORT_FORM: (),
    TABLES_LIKE_A_NAME: (),
    TABLES_BEGINS_WITH_VERB: (),
    TABLES_TERM: (),
    TITLE_PLAN: (('Plan', 'Agenda', 'Roadmap', 'Program', 'Pathway', 'Charter', 'Strategy', 'Road Map', 'Playbook', 'Framework', 'Blueprint', 'Strategies', 'Commitments'),),
    TITLE_ACT: (),
    TITLE_BODY: (('Board', 'Office', 'Council', 'Ministry', 'Division', 'Committee', 'Department', 'Commission'),),
    TITLE_SENTENCE: (('is', 'are', 'was', 'has', 'were', 'will', 'have', 'should', 'sets out', 'contains'),),
    TITLE_LITTLE: (('A', 'Of', 'In', 'To', 'On', 'By', 'Or', 'The', 'For', 'With', 'From'),),
    TITLE_SMALL: (),
    TITLE_CITY: (('City', 'Town', 'Port', 'State', 'County', 'Village', 'Borough', 'Republic', 'Province', 'Government'), ('of',)),
    UNNUMBERED_PLEDGE: (('will', 'shall'), (' ',)),
    UNNUMBERED_OWN_NUMBER: (('–', '—', ':', '.', ')', '-'),),
    YEARLESS_QUARTER: (('Q', 'quarter'),),
    YEARLESS_FORM: (),
    YEARLESS_GOES_ON: (('-', '–', '—', '/', 'to', 'or', 'and', 'until', 'through'),),
    YEARLESS_EVERY: (),
}
