package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongChoicesDoNotCompileTest {

    @Test
    void fittingChoicesCompile() {
        assertThat(errors("choices.master(account).absorb(account, account)"
                        + ".take(Account.NAME, account).take(UserOwned.OWNER, account).take(Account.TAGS, account)"
                        + ".set(Account.DESCRIPTION, null).set(Account.TIMES_CONTACTED, 3)"
                        + ".append(Account.CONTACTS, Account.TAGS)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "choices.append(Account.NAME)",
                "choices.set(Account.NAME, 3)",
                "choices.set(Account.TIMES_CONTACTED, \"three\")",
                "choices.set(Account.REFERRED_BY, account)",
                "choices.take(Account.NAME, contact)",
                "choices.take(Contact.EMAIL, account)",
                "choices.master(contact)",
                "choices.absorb(account, contact)"
            })
    void othersDoNot(String choice) {
        assertThat(errors(choice)).isNotEmpty();
    }

    private static List<String> errors(String choice) {
        String source = """
                import org.clientele.account.Account;
                import org.clientele.contact.Contact;
                import org.clientele.merge.MergeChoices;
                import org.clientele.organization.UserOwned;
                class Program {
                    void choose(MergeChoices<Account> choices, Account account, Contact contact) {
                        %s;
                    }
                }
                """.formatted(choice);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none", "-d", "target"), null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    /** A program that is in no file. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
