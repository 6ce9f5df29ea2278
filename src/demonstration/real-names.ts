import { words } from "./listed.ts";

/** Names that really exist and so must never come out of the syllables: larger English towns, districts and trusts. */
const towns = `
Abingdon Accrington Aldershot Alderley Alderholt Altrincham Amersham Andover Ascot Ashford Ashton Aylesbury Banbury
Barking Barnet Barnsley Barnstaple Barrow Basildon Basingstoke Bath Batley Bedford Berkhamsted Beverley Bexhill Bexley
Bicester Bideford Billericay Birkenhead Birmingham Blackburn Blackpool Blyth Bodmin Bognor Bolton Bootle Boston
Bournemouth Bracknell Bradford Braintree Brent Brentwood Bridgwater Bridlington Brighton Bristol Bromley Bromsgrove
Buckingham Burnley Burton Bury Calderdale Camberley Camborne Cambridge Camden Cannock Canterbury Carlisle Castleford
Chatham Chelmsford Cheltenham Chester Chesterfield Chesham Chichester Chippenham Chorley Christchurch Cirencester
Clacton Cleethorpes Clevedon Coalville Colchester Congleton Corby Coventry Cramlington Crawley Crewe Cromer Crosby
Croydon Cumbria Darlington Dartford Dartmouth Daventry Denton Derby Dewsbury Didcot Doncaster Dorchester Dorking Dover
Dudley Dunstable Durham Ealing Eastbourne Eastleigh Ellesmere Enfield Epsom Evesham Exeter Exmouth Falmouth Fareham
Farnborough Farnham Felixstowe Fleet Folkestone Frimley Frome Gainsborough Gateshead Gillingham Gloucester Godalming
Goole Gosport Grantham Gravesend Grays Greenwich Grimsby Guildford Hackney Halesowen Halifax Halstead Haringey Harlow
Harpenden Harrogate Harrow Hartlepool Harwich Haslemere Hastings Hatfield Havant Haverhill Hereford Hertford Hexham
Heywood Hillingdon Hinckley Hitchin Horsham Hounslow Huddersfield Hull Huntingdon Hyde Ilkeston Ipswich Islington
Keighley Kendal Kettering Kidderminster Kingston Kirkby Knutsford Lambeth Lancaster Leatherhead Leeds Leicester Leigh
Letchworth Lewes Lewisham Lichfield Lincoln Littlehampton Liverpool London Longbenton Loughborough Lowestoft Luton
Macclesfield Maidenhead Maidstone Malvern Manchester Mansfield Margate Marlow Merton Middlesbrough Middleton
Morecambe Morpeth Mountsorrel Nantwich Nelson Newark Newbury Newcastle Newham Newmarket Newquay Northallerton
Northampton Northwich Norwich Nottingham Nuneaton Oakham Oldham Ormskirk Oxford Paignton Penrith Penzance Peterborough
Plymouth Pontefract Poole Portsmouth Preston Prestwich Ramsgate Rawtenstall Rayleigh Reading Redbridge Redcar Redditch
Redruth Reigate Richmond Ripon Rochdale Rochester Romford Romsey Rotherham Royston Rugby Runcorn Rushden Ryde Salford
Salisbury Scarborough Scunthorpe Sevenoaks Sheerness Sheffield Shipley Shrewsbury Sittingbourne Skegness Skelmersdale
Skipton Sleaford Slough Solihull Southampton Southend Southport Southwark Spalding Stafford Stamford Stevenage Stockport
Stockton Stoke Stourbridge Stratford Stretford Stroud Sudbury Sunderland Sutton Swadlincote Swanage Swindon Tamworth
Taunton Telford Tewkesbury Thetford Tilbury Tiverton Tonbridge Torquay Totnes Tring Trowbridge Truro Tyneside Urmston
Uxbridge Wakefield Wallasey Wallsend Walsall Walsingham Waltham Wandsworth Warminster Warrington Warwick Watford
Wellingborough Wellington Welwyn Westminster Weston Weymouth Whitby Whitehaven Whitley Whitstable Wickford Widnes Wigan
Wilmslow Wimborne Winchester Windsor Winsford Wisbech Witham Witney Woking Wokingham Wolverhampton Worcester Workington
Worksop Worthing Wrexham Yarmouth Yeovil York
Berkshire Cheshire Cornwall Derbyshire Devon Dorset Essex Hampshire Hertfordshire Kent Lancashire Merseyside Middlesex
Norfolk Northumberland Northumbria Oxfordshire Rutland Shropshire Somerset Staffordshire Suffolk Surrey Sussex Wessex
Wiltshire Yorkshire Mersey Severn Tyne Wear Tees Humber Trent Thames Solent Cotswold Cotswolds Chiltern Chilterns Pennine
`;

const villages = `
Brambleton Candleford Cinderford Cloverley Copperhouse Emberton Flintham Foxholt Gorsley Heronsgate Kestrelford Larkfield
Larkhill Linnetfield Mallowdale Otterbourne Otterburn Otterford Pipers Quarrington Rowanfield Saffron Sorrelby Swanbourne
Swanmore Swanwick Tansley Thimbleby Thistleton Yarrowby Yarrowdale Brackenfield Brackenthwaite Bramblefield Fernhurst
Ferndale Fernley Foxley Harewood Heatherfield Hollybrook Ivybridge Juniper Nettlebridge Nettleden Nettlestead
Nettleton Plumstead Ravenfield Ravenscourt Rushmere Rushmoor Rushbrook Rushford Sedgefield Sedgemoor Sedgley Swallowfield
Swallowcliffe Teaselby Wrenbury Wrenthorpe Cranfield Cranbrook Cranmore Cranwell
`;

const trusts = [
  "Addenbrooke's",
  "Alder Hey",
  "Avon",
  "Barts",
  "Birmingham Children's",
  "Bridgewater",
  "Christie",
  "Clatterbridge",
  "Coram",
  "Great Ormond",
  "Guy's",
  "Homerton",
  "Imperial College",
  "Isle of Wight",
  "King's College",
  "Moorfields",
  "Papworth",
  "Royal Brompton",
  "Royal Free",
  "Royal Marsden",
  "St Thomas'",
  "Tavistock",
  "Walton Centre",
  "Whittington",
];

/** Charities whose names an invented voluntary body must not take. */
const charities = [
  "Age UK",
  "Barnardo's",
  "Carers UK",
  "Healthwatch",
  "Macmillan",
  "Marie Curie",
  "Mencap",
  "Samaritans",
];

export const realNames: readonly string[] = [...words(towns), ...words(villages), ...trusts, ...charities];

const known: ReadonlySet<string> = new Set(realNames);

export const isReal = (name: string): boolean => known.has(name);
