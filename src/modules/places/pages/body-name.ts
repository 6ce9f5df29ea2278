import { z } from "zod";

export const bodyName = z
  .string()
  .min(2, "Enter a name of 2 or more letters")
  .max(200, "The name must be 200 characters or fewer");

/** A day that the form's three boxes hold. */
export const day = z.iso.date("Enter a date, like 1 4 2016");
