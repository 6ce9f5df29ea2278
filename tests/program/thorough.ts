/** The long forms run with npm run proof, the short ones in every npm test. */
export const thorough = process.env["PROOF"] === "yes";
