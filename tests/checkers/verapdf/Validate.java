// Asks veraPDF whether files conform to PDF/UA-1. Prints a line for each rule that is broken;
// the exit code is 0 when all conform, 1 when one does not, 2 when a file is no PDF.

import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class Validate {
    public static void main(String[] files) {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.PDFUA_1;
        int exit = 0;
        for (String file : files) {
            try (var bytes = new FileInputStream(file);
                    var parser = Foundries.defaultInstance().createParser(bytes, flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, 20, false, false, false)) {
                ValidationResult result = validator.validate(parser);
                if (result.isCompliant()) continue;
                exit = Math.max(exit, 1);
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println(file + ": " + broken.getRuleId().getClause() + ": " + broken.getMessage()
                            + " " + broken.getLocation().getContext());
                }
            } catch (Exception trouble) {
                System.out.println(file + ": " + trouble);
                exit = 2;
            }
        }
        System.exit(exit);
    }
}
